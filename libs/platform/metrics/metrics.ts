import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a process tells Prometheus. Labels are route patterns and names, never values somebody sent. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'xihuo_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly events = new Counter({
    name: 'xihuo_outbox_events_total',
    help: 'Outbox events by consumer and outcome (done, retried, dead)',
    labelNames: ['consumer', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly outbox = new Gauge({
    name: 'xihuo_outbox_waiting',
    help: 'Outbox events waiting for dispatch, under way, and dead letters',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly jobs = new Histogram({
    name: 'xihuo_job_seconds',
    help: 'Job runs by name and outcome',
    labelNames: ['job', 'outcome'] as const,
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'xihuo_' });
  }
}
