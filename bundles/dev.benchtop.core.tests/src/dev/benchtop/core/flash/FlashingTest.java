package dev.benchtop.core.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.JavaProcess;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.NodeState;

class FlashingTest {

	private static final FakeFlasher.Step SMOOTH = (_, _, _) -> { };

	@TempDir
	Path folder;

	private final Flashing flashing = new Flashing();

	private FakeBench bench(boolean staged, FakeFlasher.Step step) {
		return new FakeBench(folder, new FakeFlasher(staged, step));
	}

	private FlashRequest request(String target) throws Exception {
		final Path image = folder.resolve("x.img.xz");
		Files.write(image, new byte[1234]);
		return new FlashRequest(image, "~/x.img.xz", target, true, Optional.empty());
	}

	private static FakeFlasher.Step failing(String phase, int mib) {
		return (now, at, _) -> {
			if (now.equals(phase) && at == mib) {
				throw BenchException.failed("The disk is gone").build();
			}
		};
	}

	@Test
	void aFlashIsOnRecordFromItsSourceToItsOutcome() throws Exception {
		final var bench = bench(true, SMOOTH);
		final var report = flashing.flash(bench.node(), request(""), Progress.none());
		assertEquals(Outcome.VERIFIED, report.outcome());
		final JournalEntry entry = flashing.history(bench.board()).getFirst();
		assertEquals("virtual-x86", entry.board());
		assertEquals("machine.flasher", entry.node());
		assertEquals("root", entry.target());
		assertEquals("/dev/fake", entry.identity());
		assertEquals("~/x.img.xz", entry.image());
		assertEquals(OptionalLong.of(1234), entry.imageSize());
		assertEquals(Outcome.VERIFIED, entry.outcome());
		assertEquals(8 << 20, entry.bytes());
		assertEquals(Optional.of("ab".repeat(32)), entry.sha256());
		assertEquals(1500, entry.time().orElseThrow().toMillis());
		assertEquals(ProcessHandle.current().pid(), entry.pid());
		assertFalse(entry.interrupted() || entry.running() || entry.dump());
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(entry.file())));
		final List<String> lines = Files.readAllLines(entry.file());
		assertEquals(8, lines.stream().filter(line -> line.startsWith("{\"kind\":\"Range\"")).count());
		assertEquals(3, lines.stream().filter(line -> line.startsWith("{\"kind\":\"Began\"")).count());
		assertTrue(lines.getLast().startsWith("{\"kind\":\"Ended\",\"outcome\":\"VERIFIED\""));
	}

	@Test
	void theBoardShowsHowFarItIsAndThenItsOwnStateAgain() throws Exception {
		final var bench = bench(true, SMOOTH);
		flashing.flash(bench.node(), request(""), Progress.none());
		assertEquals(new NodeState(NodeState.Level.BUSY, "0 %", "flash of root: Checking"), bench.shown().getFirst());
		assertTrue(bench.shown().contains(new NodeState(NodeState.Level.BUSY, "0 %", "flash of root: Writing")));
		assertEquals(NodeState.UNKNOWN, bench.shown().getLast());
	}

	@Test
	void whatIsRefusedByThePlanIsNotBegun() throws Exception {
		final var bench = bench(true, SMOOTH);
		final var error = assertThrows(BenchException.class, () -> flashing.flash(bench.node(), request("forbidden"), Progress.none()));
		assertEquals("It is the system's disk", error.what());
		assertEquals(List.of(), flashing.history(bench.board()));
	}

	@Test
	void whatIsRefusedBeforeTheFirstPhaseThrows() throws Exception {
		final var bench = bench(false, failing("", 0));
		assertThrows(BenchException.class, () -> flashing.flash(bench.node(), request(""), Progress.none()));
		assertEquals(Outcome.UNCHANGED, flashing.history(bench.board()).getFirst().outcome());
	}

	@ParameterizedTest
	@CsvSource({ "true,hash,UNCHANGED", "true,write,UNCHANGED", "true,verify,UNCHANGED", "false,hash,UNCHANGED", "false,write,INCOMPLETE",
			"false,verify,INCOMPLETE" })
	void whatFailsInTheMiddleEndsInAReport(boolean staged, String phase, Outcome outcome) throws Exception {
		final var bench = bench(staged, failing(phase, 3));
		final var report = flashing.flash(bench.node(), request(""), Progress.none());
		assertEquals(outcome, report.outcome());
		assertEquals("The disk is gone", report.failure().orElseThrow().what());
		assertEquals(phase, report.phases().getLast().id());
		assertEquals(3 << 20, report.phases().getLast().bytes());
		final JournalEntry entry = flashing.history(bench.board()).getFirst();
		assertEquals(outcome, entry.outcome());
		assertEquals(Optional.of("The disk is gone"), entry.failure());
	}

	@Test
	void aDefectOfAFlasherIsAReportToo() throws Exception {
		final var bench = bench(false, (phase, _, _) -> {
			if (phase.equals("write")) {
				throw new IllegalStateException("index 7");
			}
		});
		final var report = flashing.flash(bench.node(), request(""), Progress.none());
		assertEquals(Outcome.INCOMPLETE, report.outcome());
		assertEquals("virtual-x86: The flash of root broke off by a defect of Benchtop or of a plug-in: index 7", report.failure().orElseThrow().getMessage());
		assertEquals(NodeState.UNKNOWN, bench.shown().getLast());
	}

	@Test
	void aCancelledFlashSaysSo() throws Exception {
		final var token = new CancelToken();
		final var bench = bench(true, (phase, mib, _) -> {
			if (phase.equals("write") && mib == 2) {
				token.cancel();
			}
		});
		final var report = flashing.flash(bench.node(), request(""), Progress.of(token));
		assertTrue(report.failure().orElseThrow().isCancelled());
		assertEquals(Outcome.UNCHANGED, report.outcome());
	}

	@Test
	void aDumpIsOnRecordToo() throws Exception {
		final var bench = bench(false, SMOOTH);
		flashing.dump(bench.node(), new DumpRequest("esp", folder.resolve("esp.img")), Progress.none());
		final JournalEntry entry = flashing.history(bench.board()).getFirst();
		assertTrue(entry.dump());
		assertEquals("esp", entry.target());
		assertEquals(folder.resolve("esp.img").toString(), entry.image());
		final var error = assertThrows(BenchException.class,
				() -> flashing.dump(bench.node(), new DumpRequest("usd", folder.resolve("x")), Progress.none()));
		assertEquals("There is no target \"usd\" on virtual-x86/machine.flasher\nIts targets: root, esp", error.getMessage());
	}

	@Test
	void oneFlashAtATime() throws Exception {
		final var inner = new BenchException[1];
		final var nodes = new FakeBench[1];
		nodes[0] = bench(true, (phase, mib, _) -> {
			if (phase.equals("write") && mib == 0) {
				inner[0] = assertThrows(BenchException.class, () -> flashing.flash(nodes[0].node(), request(""), Progress.none()));
			}
		});
		flashing.flash(nodes[0].node(), request(""), Progress.none());
		assertTrue(inner[0].what().startsWith("flash is in use here already, for flash of root, since "), inner[0].what());
	}

	@Test
	void theLastHundredAreKept() throws Exception {
		final var bench = bench(true, failing("", 0));
		for (int i = 0; i < 103; i++) {
			assertThrows(BenchException.class, () -> flashing.flash(bench.node(), request(""), Progress.none()));
		}
		assertEquals(100, flashing.history(bench.board()).size());
	}

	@ParameterizedTest
	@CsvSource({ "hash,hash,0,true,UNCHANGED", "hash,hash,0,false,UNCHANGED", "write:3145728,write,3145728,true,UNCHANGED",
			"write:3145728,write,3145728,false,INCOMPLETE", "verify,verify,0,true,UNCHANGED", "verify,verify,0,false,INCOMPLETE" })
	void aKilledFlashIsToldOnTheNextStart(String point, String phase, long bytes, boolean staged, Outcome outcome) throws Exception {
		final var bench = bench(staged, SMOOTH);
		try (var process = new JavaProcess(FlashProcess.class, "-Dbenchtop.crash=" + point, "-Dbenchtop.command=benchtop flash", folder.toString(),
				Boolean.toString(staged), "true")) {
			assertEquals(137, process.end());
		}
		final List<JournalEntry> interrupted = flashing.interrupted(bench.bench());
		assertEquals(1, interrupted.size());
		final JournalEntry entry = interrupted.getFirst();
		assertTrue(entry.interrupted());
		assertFalse(entry.running());
		assertEquals("benchtop flash", entry.command());
		assertEquals(phase, entry.phase().orElseThrow().id());
		assertEquals(bytes, entry.bytes());
		assertEquals(OptionalLong.of(8 << 20), entry.total());
		assertEquals(outcome, entry.outcome());
		flashing.dismiss(entry);
		assertEquals(List.of(), flashing.interrupted(bench.bench()));
		assertTrue(flashing.history(bench.board()).getFirst().interrupted());
		assertEquals(Outcome.VERIFIED, flashing.flash(bench.node(), request(""), Progress.none()).outcome());
	}

	@Test
	void aFlashOfAnotherProcessIsRunningAndCanBeTakenOver() throws Exception {
		final var bench = bench(false, SMOOTH);
		try (var process = new JavaProcess(FlashProcess.class, "-Dbenchtop.command=benchtop flash", folder.toString(), "false", "false")) {
			assertEquals("writing", process.line());
			assertTrue(flashing.history(bench.board()).getFirst().running());
			assertEquals(List.of(), flashing.interrupted(bench.bench()));
			final var error = assertThrows(BenchException.class, () -> flashing.flash(bench.node(), request(""), Progress.none()));
			assertTrue(error.what().startsWith("flash is in use by benchtop flash (process " + process.pid() + "), for flash of root, since "), error.what());
			flashing.takeOver(bench.board());
			final JournalEntry first = flashing.history(bench.board()).getFirst();
			assertEquals(Outcome.INCOMPLETE, first.outcome());
			assertTrue(first.failure().orElseThrow().matches("virtual-x86: Cancelled: .* \\(process " + ProcessHandle.current().pid() + "\\) took the board over"),
					first.failure().get());
			assertEquals(Outcome.VERIFIED, flashing.flash(bench.node(), request(""), Progress.none()).outcome());
			assertEquals("INCOMPLETE", process.line());
		}
	}

	@Test
	void damagedJournalsDisturbNobody() throws Exception {
		final var bench = bench(true, SMOOTH);
		flashing.flash(bench.node(), request(""), Progress.none());
		final Path journals = Journal.folder(bench.stateFolder());
		Files.writeString(journals.resolve("20200101-000000-000-1-1.jsonl"), "");
		Files.writeString(journals.resolve("20200101-000000-000-1-2.jsonl"), "{\"kind\":\"Range\"\nnull\n[]\n{\"kind\":7}\n");
		assertEquals(1, flashing.history(bench.board()).size());
	}
}
