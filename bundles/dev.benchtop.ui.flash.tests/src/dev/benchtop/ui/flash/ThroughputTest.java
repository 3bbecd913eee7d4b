package dev.benchtop.ui.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ThroughputTest {

	private static final long MILLI = 1_000_000;
	private static final long START = 5_000 * MILLI;

	private final Throughput throughput = new Throughput();

	@Test
	void nothingBeforeItBegan() {
		assertEquals(0, throughput.rate(START));
		assertEquals(List.of(), throughput.samples(START));
	}

	@Test
	void aSteadyFlowHasItsRate() {
		steady(3_000, 1_000);
		assertEquals(100_000, throughput.rate(at(3_000)), 6_000);
		throughput.samples(at(3_000)).forEach(sample -> assertEquals(100_000, sample.rate(), 1));
	}

	@Test
	void theRateIsThatOfTheLastTwoSeconds() {
		steady(3_000, 1_000);
		assertEquals(0, throughput.rate(at(6_000)), 1);
	}

	@Test
	void anotherPhaseBeginsWithARateOfItsOwn() {
		steady(2_000, 1_000);
		throughput.begin(at(2_000));
		throughput.add(50, at(2_050));
		assertEquals(500, throughput.rate(at(2_100)), 1);
		assertEquals(20, throughput.samples(at(2_099)).size());
	}

	@Test
	void aSliceThatIsNotOverIsNotShown() {
		throughput.begin(START);
		throughput.add(1_000, at(10));
		assertEquals(List.of(), throughput.samples(at(99)));
		assertEquals(List.of(new Throughput.Sample(0.05, 10_000)), throughput.samples(at(100)));
	}

	@Test
	void aLongTaskKeepsItsWholeCurveInFewPoints() {
		steady(300_000, 1_000);
		final var samples = throughput.samples(at(300_000));
		assertTrue(samples.size() > 300 && samples.size() <= 600, () -> "points: " + samples.size());
		assertTrue(samples.getLast().seconds() > 298, () -> "last at " + samples.getLast().seconds());
		samples.forEach(sample -> assertEquals(100_000, sample.rate(), 1));
	}

	@Test
	void aPauseOfHoursIsNoTrouble() {
		throughput.begin(START);
		throughput.add(1_000, at(0));
		throughput.add(1_000, at(100L * 3_600_000));
		assertTrue(throughput.samples(at(100L * 3_600_000)).size() <= 600);
	}

	private void steady(long millis, long bytesEvery10) {
		throughput.begin(START);
		for (long now = 0; now < millis; now += 10) {
			throughput.add(bytesEvery10, at(now));
		}
	}

	private static long at(long millis) {
		return START + millis * MILLI;
	}
}
