package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.image.Imaging;

class TemplatesTest {

	private final QemuDriverFactory factory = new QemuDriverFactory(Imaging.standard(), Host.system());

	@Test
	void everyKeyHasALabelAndHelp() {
		final var texts = DriverTexts.of(factory);
		for (final var field : ConfigSchema.of(factory).fields()) {
			assertFalse(texts.help(field.key()).isBlank(), field.key());
		}
		assertEquals("Virtual board", texts.label());
		assertEquals("Size", texts.label("disks.size"));
	}

	@Test
	void theShapeNamesTheDisks() {
		final var shape = factory.describe(Configs.uboot().disk("emmc", "1G").disk("usd", "1G").get());

		assertEquals(List.of("power", "console", "monitor", "flasher", "snapshots"), List.copyOf(shape.children().keySet()));
		assertEquals(List.of("emmc", "usd"), shape.children().get("flasher").targets().subList(0, 2));
		assertEquals(List.of("root", "bios", "OVMF_CODE.fd", "OVMF_VARS.fd"), factory.describe(Configs.uboot().get()).children().get("flasher").targets());
	}
}
