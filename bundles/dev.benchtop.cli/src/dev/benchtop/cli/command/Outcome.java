package dev.benchtop.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

import dev.benchtop.cli.ErrorJson;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;

/** What came of one of several boards: an answer or an error. */
record Outcome<T>(Node node, Optional<T> answer, Optional<BenchException> error) {

	/** Something that is done with one node. */
	interface Task<T> {
		T run(Node node) throws BenchException;
	}

	/** Does it with all of them at once; one that fails keeps none of the others. */
	static <T> List<Outcome<T>> ofEach(List<Node> nodes, Task<T> task) throws BenchException {
		final var outcomes = new AtomicReferenceArray<Outcome<T>>(nodes.size());
		final var threads = IntStream.range(0, nodes.size())
				.mapToObj(index -> Thread.ofPlatform().daemon().unstarted(() -> outcomes.set(index, of(nodes.get(index), task)))).toList();
		threads.forEach(Thread::start);
		try {
			for (final var thread : threads) {
				thread.join();
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		final var all = IntStream.range(0, nodes.size()).mapToObj(outcomes::get).toList();
		for (final var outcome : all) {
			if (outcome.error.filter(BenchException::isCancelled).isPresent()) {
				throw outcome.error.get();
			}
		}
		return all;
	}

	private static <T> Outcome<T> of(Node node, Task<T> task) {
		try {
			return new Outcome<>(node, Optional.of(task.run(node)), Optional.empty());
		} catch (BenchException e) {
			return new Outcome<>(node, Optional.empty(), Optional.of(e));
		} catch (RuntimeException | Error e) {
			return new Outcome<>(node, Optional.empty(), Optional.of(BenchException.failed(Messages.PowerCommand_defect).where(node.toString()).why(e).build()));
		}
	}

	T orThrow() throws BenchException {
		if (error.isPresent()) {
			throw error.get();
		}
		return answer.orElseThrow();
	}

	/** The board, its node and the error, where there is one. */
	Map<String, Object> json() {
		final var json = new LinkedHashMap<String, Object>();
		json.put("board", node.board().name()); //$NON-NLS-1$
		json.put("node", node.path()); //$NON-NLS-1$
		error.ifPresent(failure -> json.put("error", ErrorJson.of(failure))); //$NON-NLS-1$
		return json;
	}
}
