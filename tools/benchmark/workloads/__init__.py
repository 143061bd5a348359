"""The workloads, in the order of docs/performance.md."""

from benchmark.workloads import (codecs, find, frames, many_stores, memory, metadata, query_retrieve, rendered, search,
                                 series, store, stow, thumbnails)

WORKLOADS = [store.WORKLOAD, many_stores.WORKLOAD, stow.WORKLOAD, search.WORKLOAD, find.WORKLOAD, *query_retrieve.WORKLOADS,
             metadata.WORKLOAD, frames.WORKLOAD, series.WORKLOAD, *rendered.WORKLOADS, thumbnails.WORKLOAD, codecs.WORKLOAD,
             memory.WORKLOAD]
