package dev.benchtop.qemu.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.image.Imaging;
import dev.benchtop.qemu.QemuDriverFactory;

class PresetsTest {

	@Test
	void everyPresetIsOfKeysThatTheTypeHas() {
		final var factory = new QemuDriverFactory(Imaging.standard());
		final List<String> keys = ConfigSchema.of(factory).fields().stream().map(ConfigSchema.Field::key).toList();
		final var presets = List.<BoardTemplate>of(new X86UefiTemplate(), new Aarch64UbootTemplate(), new Aarch64UefiTemplate(), new ArmUbootTemplate(),
				new Riscv64UbootTemplate(), new CloudTemplate());
		for (final BoardTemplate preset : presets) {
			assertTrue(keys.containsAll(preset.config().keySet()), preset.id());
			assertFalse(preset.label().isBlank());
			assertFalse(preset.description().isBlank());
			assertEquals(factory.type(), preset.type());
		}
		final var cloud = new CloudTemplate();
		assertNotEquals(cloud.config().get("password"), cloud.config().get("password"), "each board has its own");
		assertInstanceOf(Secret.class, cloud.config().get("password"), "which is not for the file");
		assertEquals(presets.size(), presets.stream().map(BoardTemplate::id).distinct().count());
	}
}
