/**
 * Tools that run in a process of their own, so that one which hangs, crashes or eats memory takes nothing with it: the side
 * of the server, where a tool is stood for by {@link org.shutterline.server.worker.IsolatedTool}, and the side of the worker,
 * {@link org.shutterline.server.worker.WorkerLoop}. They speak by the pipe of {@code spi.program}. Imports {@code spi}, {@code
 * spi.program}, {@code protocol.plugin} and {@code protocol.message}. A tool is asked by one thread at a time; a worker has one
 * thread that reads and one that inspects.
 */
package org.shutterline.server.worker;
