"""The workloads, in the order of docs/performance.md."""

from benchmark.workloads import (codecs, find, frames, ingest_growth, many_stores, memory, metadata, queries_while_ingesting,
                                 query_retrieve, rendered, search, series, store, stow, thumbnails)

WORKLOADS = [store.WORKLOAD, many_stores.WORKLOAD, stow.WORKLOAD, *search.WORKLOADS, find.WORKLOAD, *query_retrieve.WORKLOADS,
             metadata.WORKLOAD, frames.WORKLOAD, series.WORKLOAD, *rendered.WORKLOADS, thumbnails.WORKLOAD, codecs.WORKLOAD,
             ingest_growth.WORKLOAD, queries_while_ingesting.WORKLOAD, memory.WORKLOAD]
