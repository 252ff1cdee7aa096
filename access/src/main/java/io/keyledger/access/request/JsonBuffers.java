package io.keyledger.access.request;

import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/**
 * Where buffers for JSON are kept between uses: by platform threads each its own, which is the
 * quickest; by virtual threads, each of which lives for one request, all together.
 */
public final class JsonBuffers implements RecyclerPool<BufferRecycler> {

    private static final long serialVersionUID = 1L;

    @Override
    public BufferRecycler acquireAndLinkPooled() {
        return pool().acquireAndLinkPooled();
    }

    @Override
    public BufferRecycler acquirePooled() {
        return pool().acquirePooled();
    }

    @Override
    public void releasePooled(BufferRecycler buffers) {
        pool().releasePooled(buffers);
    }

    private static RecyclerPool<BufferRecycler> pool() {
        return Thread.currentThread().isVirtual()
                ? JsonRecyclerPools.sharedConcurrentDequePool()
                : JsonRecyclerPools.threadLocalPool();
    }
}
