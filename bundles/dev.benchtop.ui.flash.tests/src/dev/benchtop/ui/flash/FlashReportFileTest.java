package dev.benchtop.ui.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

class FlashReportFileTest {

	@Test
	void aRefusedFlashHasItsReason() {
		final var task = new FlashTask(Orders.flash("desk", "/images/x.img"));
		task.token().cancel();
		task.run(null);
		final var json = JsonParser.parseString(FlashReportFile.text(task)).getAsJsonObject();
		assertEquals("desk", json.get("board").getAsString());
		assertEquals("machine.flasher", json.get("flasher").getAsString());
		assertEquals("root", json.get("target").getAsString());
		assertEquals("/images/x.img", json.get("image").getAsString());
		assertFalse(json.has("outcome"));
		assertEquals(task.failure().orElseThrow().getMessage(), json.get("error").getAsString());
	}

	@Test
	void aDumpNamesItsFile() {
		final var json = JsonParser.parseString(FlashReportFile.text(new FlashTask(Orders.dump("desk", "/tmp/out.img")))).getAsJsonObject();
		assertEquals("/tmp/out.img", json.get("file").getAsString());
		assertFalse(json.has("image"));
	}
}
