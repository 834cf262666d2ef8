import { QUEUE_STOP_CAUSES, type QueueStopCause } from '@keyholder/domain/welcome/queue-stop';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { Metrics } from '../../ports/metrics.ts';

/** What stands in the database at a moment, over all companies. */
export interface Backlog {
  /** Texts that could be handed over now. */
  readonly waiting: number;
  /** For how many seconds the oldest of them has been due. */
  readonly queueAgeSeconds: number;
  readonly held: number;
  readonly uncertain: number;
  /** Brands whose queue is stopped, by cause; a cause that stops none may be missing. */
  readonly stoppedBrands: ReadonlyMap<QueueStopCause, number>;
}

/** Where figures are fetched from: a port of its own, which is not for the public. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** Figures by OpenTelemetry, for Prometheus to fetch; counted all the same where nobody fetches them. */
export class OpenTelemetryMetrics extends Metrics {
  private readonly exporter: PrometheusExporter | null;
  private readonly provider: MeterProvider;
  private readonly handOvers;
  private readonly failures;
  private readonly failedSignIns;
  private readonly webhookLag;

  /** @param measure what stands in the database; asked when figures are fetched */
  constructor(
    private readonly address: MetricsAddress | null,
    measure: () => Promise<Backlog>,
  ) {
    super();
    this.exporter =
      address === null ? null : new PrometheusExporter({ ...address, preventServerStart: true });
    this.provider = new MeterProvider({ readers: this.exporter === null ? [] : [this.exporter] });
    const meter = this.provider.getMeter('keyholder');
    this.handOvers = meter.createCounter('keyholder_text_hand_overs', {
      description: 'Requests to the provider to take a text, by what came of them',
    });
    this.failures = meter.createCounter('keyholder_text_failures', {
      description: 'Texts that failed, by reason',
    });
    this.failedSignIns = meter.createCounter('keyholder_sign_ins_failed', {
      description: 'Sign-ins that failed, by reason',
    });
    this.webhookLag = meter.createHistogram('keyholder_webhook_lag_seconds', {
      description: 'Time from a webhook of the provider to its effect',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] },
    });
    const gauges = {
      waiting: meter.createObservableGauge('keyholder_texts_waiting', {
        description: 'Texts that could be handed over now',
      }),
      queueAgeSeconds: meter.createObservableGauge('keyholder_text_queue_age_seconds', {
        description: 'For how long the oldest waiting text has been due',
        unit: 's',
      }),
      held: meter.createObservableGauge('keyholder_texts_held', {
        description: 'Texts kept back for the night or because a queue is stopped',
      }),
      uncertain: meter.createObservableGauge('keyholder_texts_uncertain', {
        description: 'Texts of which nobody knows what became of them',
      }),
    };
    const stopped = meter.createObservableGauge('keyholder_brand_queues_stopped', {
      description:
        'Brands whose texts are stopped, by cause: a wrong set-up, or a provider that does not answer',
    });
    meter.addBatchObservableCallback(
      async (result) => {
        const backlog = await measure();
        for (const name of Object.keys(gauges) as (keyof typeof gauges)[])
          result.observe(gauges[name], backlog[name]);
        // Each cause always, so that an alarm on one sees it fall to 0.
        for (const cause of QUEUE_STOP_CAUSES)
          result.observe(stopped, backlog.stoppedBrands.get(cause) ?? 0, { cause });
      },
      [...Object.values(gauges), stopped],
    );
  }

  async start(): Promise<void> {
    await this.exporter?.startServer();
  }

  async stop(): Promise<void> {
    await this.exporter?.stopServer();
    await this.provider.shutdown();
  }

  /** For a log: where the figures are; null where nobody can fetch them. */
  get url(): string | null {
    return this.address === null ? null : `http://${this.address.host}:${this.address.port}/metrics`;
  }

  handedOver(outcome: Parameters<Metrics['handedOver']>[0]): void {
    this.handOvers.add(1, { outcome });
  }

  textFailed(reason: Parameters<Metrics['textFailed']>[0]): void {
    this.failures.add(1, { reason: reason ?? 'unknown' });
  }

  signInFailed(why: Parameters<Metrics['signInFailed']>[0]): void {
    this.failedSignIns.add(1, { why });
  }

  webhookApplied(kind: 'status' | 'inbound', lagMs: number): void {
    this.webhookLag.record(Math.max(0, lagMs) / 1000, { kind });
  }
}
