import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  limitRate,
  Upload,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type XihuoReply,
} from '@xihuo/platform';
import { DISPUTE_KIT, type DisputeKit } from '../actions/dispute-kit';
import { hideAsked, listQuestionsToModerate, showAsked } from '../actions/moderate-question';
import { answer, ask, listQuestions, listQuestionsAtWork } from '../actions/question';
import {
  hide,
  listOrderReviews,
  listProductReviews,
  listReviewsAtWork,
  replyTo,
  show,
  writeReview,
} from '../actions/review';
import { keepReviewPhoto, readReviewPhoto } from '../actions/review-photos';
import type { QuestionView, ReviewView, WorkQuestion, WorkReview } from '../store/feedback-view';
import { asBuyer, asMediator, asSupplier, seesHidden } from './entrances';

const QUESTIONS_A_DAY = 20;
const DAY_SECONDS = 86_400;

@Controller()
export class FeedbackController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(DISPUTE_KIT) private readonly kit: DisputeKit,
  ) {}

  @Handles('GET /products/{slug}/reviews')
  reviews(
    @Input() input: InputOf<'GET /products/{slug}/reviews'>,
  ): Promise<ResponseOf<'GET /products/{slug}/reviews'>> {
    return listProductReviews(this.database, input);
  }

  @Handles('GET /products/{slug}/questions')
  questions(
    @Input() input: InputOf<'GET /products/{slug}/questions'>,
  ): Promise<ResponseOf<'GET /products/{slug}/questions'>> {
    return listQuestions(this.database, input);
  }

  @Handles('POST /products/{slug}/questions')
  async question(
    @Input() { params, body }: InputOf<'POST /products/{slug}/questions'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<QuestionView> {
    const personId = caller.person!.id;
    const rate = { name: 'productQuestion', of: personId, most: QUESTIONS_A_DAY, seconds: DAY_SECONDS };
    await limitRate(this.database, rate);
    const wanted = { slug: params.slug, personId, words: body.words };
    return (await command(this.database, options, (tx) => ask(tx, this.kit, wanted))).view;
  }

  @Handles('GET /orders/{id}/reviews')
  ofOrder(
    @Input() { params }: InputOf<'GET /orders/{id}/reviews'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}/reviews'>> {
    return listOrderReviews(this.database, asBuyer(caller, params.id));
  }

  @Handles('POST /orders/{id}/reviews')
  async write(
    @Input() { params, body }: InputOf<'POST /orders/{id}/reviews'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<ReviewView> {
    const entrance = asBuyer(caller, params.id);
    return (await command(this.database, options, (tx) => writeReview(tx, this.kit, entrance, body))).view;
  }

  @Handles('POST /orders/{id}/review-photos')
  keepPhoto(
    @Input() { params }: InputOf<'POST /orders/{id}/review-photos'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /orders/{id}/review-photos'>> {
    return keepReviewPhoto(this.place, ask, asBuyer(caller, params.id), bytes);
  }

  @Handles('GET /reviews/{id}/photos/{photoId}')
  async photo(
    @Input() { params, query }: InputOf<'GET /reviews/{id}/photos/{photoId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const photo = await readReviewPhoto(this.place, params, { size: query.size, seesHidden: seesHidden(caller) });
    const bytes = describeDownload(reply, photo);
    // An hour: a review that is hidden today is not shown tomorrow by who keeps copies.
    if (!photo.hidden) void reply.header('cache-control', 'public, max-age=3600');
    return bytes;
  }

  @Handles('GET /supplier/reviews')
  own(
    @Input() { query }: InputOf<'GET /supplier/reviews'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/reviews'>> {
    return listReviewsAtWork(this.database, asSupplier(caller).supplierIds, query);
  }

  @Handles('POST /supplier/reviews/{id}/reply')
  async reply(
    @Input() { params, body }: InputOf<'POST /supplier/reviews/{id}/reply'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<WorkReview> {
    const said = { id: params.id, words: body.words };
    return (await command(this.database, options, (tx) => replyTo(tx, asSupplier(caller), said))).view;
  }

  @Handles('GET /supplier/questions')
  ownQuestions(
    @Input() { query }: InputOf<'GET /supplier/questions'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/questions'>> {
    return listQuestionsAtWork(this.database, asSupplier(caller).supplierIds, query);
  }

  @Handles('POST /supplier/questions/{id}/answer')
  async answer(
    @Input() { params, body }: InputOf<'POST /supplier/questions/{id}/answer'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<WorkQuestion> {
    const said = { id: params.id, words: body.words };
    return (await command(this.database, options, (tx) => answer(tx, this.kit, asSupplier(caller), said))).view;
  }

  @Handles('GET /moderation/reviews')
  toModerate(@Input() { query }: InputOf<'GET /moderation/reviews'>): Promise<ResponseOf<'GET /moderation/reviews'>> {
    return listReviewsAtWork(this.database, null, query);
  }

  @Handles('POST /moderation/reviews/{id}/hiding')
  async hide(
    @Input() { params, body }: InputOf<'POST /moderation/reviews/{id}/hiding'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<WorkReview> {
    const wanted = { id: params.id, ...body };
    return (await command(this.database, options, (tx) => hide(tx, this.kit, asMediator(caller), wanted))).view;
  }

  @Handles('POST /moderation/reviews/{id}/showing')
  async show(
    @Input() { params }: InputOf<'POST /moderation/reviews/{id}/showing'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<WorkReview> {
    return (await command(this.database, options, (tx) => show(tx, asMediator(caller), params.id))).view;
  }

  @Handles('GET /moderation/questions')
  questionsToModerate(
    @Input() { query }: InputOf<'GET /moderation/questions'>,
  ): Promise<ResponseOf<'GET /moderation/questions'>> {
    return listQuestionsToModerate(this.database, query);
  }

  @Handles('POST /moderation/questions/{id}/hiding')
  async hideQuestion(
    @Input() { params, body }: InputOf<'POST /moderation/questions/{id}/hiding'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<WorkQuestion> {
    const wanted = { id: params.id, ...body };
    return (await command(this.database, options, (tx) => hideAsked(tx, this.kit, asMediator(caller), wanted))).view;
  }

  @Handles('POST /moderation/questions/{id}/showing')
  async showQuestion(
    @Input() { params }: InputOf<'POST /moderation/questions/{id}/showing'>,
    @By() caller: Caller,
    @Ask() options: CommandOptions,
  ): Promise<WorkQuestion> {
    return (await command(this.database, options, (tx) => showAsked(tx, asMediator(caller), params.id))).view;
  }

  private get place() {
    return { database: this.database, files: this.files };
  }
}
