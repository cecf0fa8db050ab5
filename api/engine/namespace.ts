import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** Where the cases live unless told. */
export const defaultNamespace = 'remissflode';
/** Days that Temporal keeps the history of a closed case. */
const RETENTION_DAYS = 30;
// INDEXED_VALUE_TYPE_KEYWORD of Temporal's API
const KEYWORD_TYPE = 2;
const SEARCH_ATTRIBUTES = ['Insats', 'Arendenummer'];

const grpc = { alreadyExists: 6, unimplemented: 12 };

/**
 * Makes sure that the namespace exists, keeps closed cases for 30 days and knows our search attributes. It can be run again at
 * any time, on the embedded servers and on a real cluster alike.
 * @throws a gRPC ServiceError when the server refuses; seen by the operator
 */
export async function ensureNamespace(connection: Connection, options: { namespace?: string } = {}): Promise<void> {
  const namespace = options.namespace ?? defaultNamespace;
  await ensureRetention(connection, namespace);
  for (const name of SEARCH_ATTRIBUTES) {
    const request = { namespace, searchAttributes: { [name]: KEYWORD_TYPE } };
    await connection.operatorService.addSearchAttributes(request).catch(unless(grpc.alreadyExists));
  }
}

async function ensureRetention(connection: Connection, namespace: string): Promise<void> {
  const retention = msToTs(RETENTION_DAYS * 24 * 60 * 60 * 1000);
  const service = connection.workflowService;
  try {
    await service.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
  } catch (error) {
    // the time-skipping server has neither namespaces nor retention
    if (hasCode(error, grpc.unimplemented)) return;
    if (!hasCode(error, grpc.alreadyExists)) throw error;
    await service.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: retention } });
  }
}

/** Not by instanceof: errors of Node itself belong to another realm under jest. */
const hasCode = (error: unknown, code: number): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const unless = (code: number) => (error: unknown) => {
  if (!hasCode(error, code)) throw error;
};
