package dev.benchtop.storage.opendal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.apache.opendal.AsyncOperator;
import org.apache.opendal.Entry;
import org.apache.opendal.ListOptions;
import org.apache.opendal.Metadata;
import org.apache.opendal.Operator;
import org.apache.opendal.PresignedRequest;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * OpenDAL's calls on threads of our own. Its own threads look for classes with the system's class loader alone, which knows none of a bundle,
 * and an answer that it cannot make never comes; on a thread of Java's it looks where the caller's classes come from. Presigning is there
 * only on OpenDAL's threads, and so only where the system's class loader knows its classes.
 */
final class Calls implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool(work -> Thread.ofPlatform().daemon().name("opendal").unstarted(work)); //$NON-NLS-1$
	private final AsyncOperator operator;
	private final Operator blocking;

	Calls(AsyncOperator operator) {
		this.operator = operator;
		this.blocking = operator.blocking();
	}

	AsyncOperator operator() {
		return operator;
	}

	CompletableFuture<Metadata> stat(String key) {
		return call(() -> blocking.stat(key));
	}

	CompletableFuture<List<Entry>> list(String key, ListOptions options) {
		return call(() -> blocking.list(key, options));
	}

	CompletableFuture<byte[]> read(String key, long from, long count) {
		return call(() -> blocking.read(key, from, count));
	}

	CompletableFuture<Void> write(String key, byte[] content) {
		return run(() -> blocking.write(key, content));
	}

	CompletableFuture<Void> createDir(String key) {
		return run(() -> blocking.createDir(key));
	}

	CompletableFuture<Void> copy(String from, String to) {
		return run(() -> blocking.copy(from, to));
	}

	CompletableFuture<Void> rename(String from, String to) {
		return run(() -> blocking.rename(from, to));
	}

	CompletableFuture<Void> delete(String key) {
		return run(() -> blocking.delete(key));
	}

	CompletableFuture<Void> removeAll(String key) {
		return run(() -> blocking.removeAll(key));
	}

	CompletableFuture<PresignedRequest> presignRead(String key, Duration expiry) {
		return presign(() -> operator.presignRead(key, expiry));
	}

	CompletableFuture<PresignedRequest> presignWrite(String key, Duration expiry) {
		return presign(() -> operator.presignWrite(key, expiry));
	}

	CompletableFuture<PresignedRequest> presignStat(String key, Duration expiry) {
		return presign(() -> operator.presignStat(key, expiry));
	}

	private static CompletableFuture<PresignedRequest> presign(Supplier<CompletableFuture<PresignedRequest>> call) {
		try {
			Class.forName(PresignedRequest.class.getName(), false, ClassLoader.getSystemClassLoader());
			return call.get();
		} catch (ClassNotFoundException e) {
			return CompletableFuture.failedFuture(new BackendException(Kind.UNSUPPORTED, Messages.Calls_presign, e));
		}
	}

	private CompletableFuture<Void> run(Runnable call) {
		return CompletableFuture.runAsync(call, threads).exceptionallyCompose(Calls::plain);
	}

	private <T> CompletableFuture<T> call(Supplier<T> call) {
		return CompletableFuture.supplyAsync(call, threads).exceptionallyCompose(Calls::plain);
	}

	/** The failure itself, without what the thread wrapped around it. */
	private static <T> CompletableFuture<T> plain(Throwable failure) {
		return CompletableFuture.failedFuture(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
	}

	@Override
	public void close() {
		threads.shutdown();
		blocking.close();
		operator.close();
	}
}
