import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, type ApiProblem, type RouteKey } from '@xihuo/ui';

interface AfterAct {
  /** Reads that show something else now. */
  routes: readonly RouteKey[];
  told: string;
  close?: () => void;
}

/** What follows on an act: it is told and shown. Where somebody was faster, the page shows what they did, and what was typed stays. */
export function useAfter({ routes, told, close }: AfterAct) {
  const queries = useQueryClient();
  const refresh = () => {
    for (const route of routes) void queries.invalidateQueries({ queryKey: routeKey(route) });
  };
  return {
    onSuccess: () => {
      toast(told);
      refresh();
      close?.();
    },
    onError: ({ status }: ApiProblem) => {
      if (status === 409 || status === 412) refresh();
    },
  };
}
