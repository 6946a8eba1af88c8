import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { handInCertificate, judgeHandedIn, revokeCertificate } from '../actions/watch/certificates';
import {
  listCertificates,
  listOwnCertificates,
  listRechecks,
  readCertificate,
  readOverview,
  readRecheck,
  readSignals,
} from '../actions/watch/read-lists';
import { answerRecheck, decideRecheck } from '../actions/watch/rechecks';
import { deciderBehind } from './decider-behind';

type Id = { params: { id: string } };

@Controller()
export class WatchingController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /admission/watching')
  overview(@By() caller: Caller): Promise<ResponseOf<'GET /admission/watching'>> {
    return readOverview(this.database, deciderBehind(caller));
  }

  @Handles('GET /admission/suppliers/{id}/signals')
  signals(
    @Input() { params, query }: InputOf<'GET /admission/suppliers/{id}/signals'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/suppliers/{id}/signals'>> {
    return readSignals(this.database, deciderBehind(caller), params.id, query.days);
  }

  @Handles('GET /admission/certificates')
  certificates(
    @Input() { query }: InputOf<'GET /admission/certificates'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/certificates'>> {
    return listCertificates(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/certificates/{id}')
  certificate(@Input() { params }: Id, @By() caller: Caller): Promise<ResponseOf<'GET /admission/certificates/{id}'>> {
    return readCertificate(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/certificates/{id}/verification')
  async verify(
    @Input() { params, body }: InputOf<'POST /admission/certificates/{id}/verification'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/certificates/{id}/verification'>> {
    await command(this.database, ask, (tx) => judgeHandedIn(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readCertificate(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/certificates/{id}/revocation')
  async revoke(
    @Input() { params, body }: InputOf<'POST /admission/certificates/{id}/revocation'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/certificates/{id}/revocation'>> {
    await command(this.database, ask, (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return revokeCertificate(tx, this.kit, { ...body, ...at(params.id, ask) });
    });
    return readCertificate(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('GET /supplier/certificates')
  ownCertificates(
    @Input() { query }: InputOf<'GET /supplier/certificates'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/certificates'>> {
    return listOwnCertificates(this.database, deciderBehind(caller), query);
  }

  @Handles('POST /supplier/certificates')
  async handIn(
    @Input() { body }: InputOf<'POST /supplier/certificates'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /supplier/certificates'>> {
    const { view } = await command(this.database, ask, (tx) => handInCertificate(tx, body));
    return readCertificate(this.database, deciderBehind(caller), 'supplier', view.id);
  }

  @Handles('GET /admission/rechecks')
  rechecks(
    @Input() { query }: InputOf<'GET /admission/rechecks'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/rechecks'>> {
    return listRechecks(this.database, deciderBehind(caller), 'authority', query);
  }

  @Handles('GET /admission/rechecks/{id}')
  recheck(@Input() { params }: Id, @By() caller: Caller): Promise<ResponseOf<'GET /admission/rechecks/{id}'>> {
    return readRecheck(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/rechecks/{id}/decision')
  async decide(
    @Input() { params, body }: InputOf<'POST /admission/rechecks/{id}/decision'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/rechecks/{id}/decision'>> {
    await command(this.database, ask, (tx) => decideRecheck(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readRecheck(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('GET /supplier/rechecks')
  ownRechecks(
    @Input() { query }: InputOf<'GET /supplier/rechecks'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/rechecks'>> {
    return listRechecks(this.database, deciderBehind(caller), 'supplier', query);
  }

  @Handles('GET /supplier/rechecks/{id}')
  ownRecheck(@Input() { params }: Id, @By() caller: Caller): Promise<ResponseOf<'GET /supplier/rechecks/{id}'>> {
    return readRecheck(this.database, deciderBehind(caller), 'supplier', params.id);
  }

  @Handles('POST /supplier/rechecks/{id}/answers')
  async answer(
    @Input() { params, body }: InputOf<'POST /supplier/rechecks/{id}/answers'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /supplier/rechecks/{id}/answers'>> {
    await command(this.database, ask, (tx) => answerRecheck(tx, { ...body, ...at(params.id, ask) }));
    return readRecheck(this.database, deciderBehind(caller), 'supplier', params.id);
  }
}

function at(id: string, { version }: VersionedAsk): { id: string; version: number } {
  return { id, version };
}
