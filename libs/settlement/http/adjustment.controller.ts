import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
import { Ask, By, command, Handles, Input, type Caller, type CommandOptions } from '@xihuo/platform';
import { decide } from '../actions/adjustment/decide-adjustment';
import { proposeAdjustment, proposeLateRefund, proposeWriteOff } from '../actions/adjustment/propose-adjustment';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';
import { viewAdjustment, viewAdjustments, type AdjustmentView } from '../actions/adjustment/view-adjustments';
import { viewWritableOff } from '../actions/adjustment/write-off';

@Controller()
export class AdjustmentController {
  constructor(@Inject(PAYOUT_KIT) private readonly kit: PayoutKit) {}

  @Handles('POST /settlement/adjustments')
  async propose(
    @Input() { body }: InputOf<'POST /settlement/adjustments'>,
    @Ask() ask: CommandOptions,
  ): Promise<AdjustmentView> {
    const { view: id } = await command(this.kit.database, ask, (tx) => proposeAdjustment(tx, body));
    return viewAdjustment(this.kit.database, ask.actor, id);
  }

  @Handles('POST /settlement/late-refunds')
  async refund(
    @Input() { body }: InputOf<'POST /settlement/late-refunds'>,
    @Ask() ask: CommandOptions,
  ): Promise<AdjustmentView> {
    const { view: id } = await command(this.kit.database, ask, (tx) => proposeLateRefund(tx, body));
    return viewAdjustment(this.kit.database, ask.actor, id);
  }

  @Handles('POST /settlement/write-offs')
  async writeOff(
    @Input() { body }: InputOf<'POST /settlement/write-offs'>,
    @Ask() ask: CommandOptions,
  ): Promise<AdjustmentView> {
    const { view: id } = await command(this.kit.database, ask, (tx) => proposeWriteOff(tx, body));
    return viewAdjustment(this.kit.database, ask.actor, id);
  }

  @Handles('GET /settlement/write-offs/{supplierId}')
  writableOff(
    @Input() { params }: InputOf<'GET /settlement/write-offs/{supplierId}'>,
  ): Promise<ResponseOf<'GET /settlement/write-offs/{supplierId}'>> {
    return viewWritableOff(this.kit.database, params.supplierId);
  }

  @Handles('GET /settlement/adjustments')
  list(
    @Input() { query }: InputOf<'GET /settlement/adjustments'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /settlement/adjustments'>> {
    return viewAdjustments(this.kit.database, actor, query);
  }

  @Handles('GET /settlement/adjustments/{id}')
  view(
    @Input() { params }: InputOf<'GET /settlement/adjustments/{id}'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<AdjustmentView> {
    return viewAdjustment(this.kit.database, actor, params.id);
  }

  @Handles('POST /settlement/adjustments/{id}/decide')
  async decide(
    @Input() { params, body }: InputOf<'POST /settlement/adjustments/{id}/decide'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<AdjustmentView> {
    await command(this.kit.database, ask, async (tx) => {
      if (body.decision === 'approve') mustHaveFreshSecondFactor(caller, tx.now);
      await decide(tx, this.kit, { ...params, ...body });
      return params.id;
    });
    return viewAdjustment(this.kit.database, ask.actor, params.id);
  }
}
