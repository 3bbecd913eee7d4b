package dev.benchtop.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.rfb.Rect;

/** What is to be painted. */
final class DamageTest {

	private final Damage damage = new Damage();

	@Test
	void partsBesideEachOtherAreOne() throws Exception {
		damage.add(new Rect(0, 0, 10, 10));
		damage.add(new Rect(20, 0, 10, 10));
		damage.add(new Rect(10, 0, 10, 10));
		assertEquals(List.of(new Rect(0, 0, 30, 10)), damage.take());
	}

	@Test
	void partsFarFromEachOtherStayTwo() throws Exception {
		damage.add(new Rect(0, 0, 10, 10));
		damage.add(new Rect(500, 500, 10, 10));
		assertEquals(2, damage.take().size());
	}

	@Test
	void thousandsOfPartsAreFewAndLoseNothing() throws Exception {
		final var random = new Random(1);
		final var added = random.ints(3000, 0, 1000).boxed().map(x -> new Rect(x, random.nextInt(1000), 1 + random.nextInt(8), 1)).toList();
		added.forEach(damage::add);
		final var taken = damage.take();
		assertTrue(taken.size() <= 12, taken.size() + " parts");
		assertTrue(added.stream().allMatch(part -> taken.stream().anyMatch(whole -> whole.union(part).equals(whole))));
	}
}
