package dev.benchtop.core.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.internal.bench.TestDrivers.Arch;
import dev.benchtop.core.internal.bench.TestDrivers.Disk;
import dev.benchtop.core.internal.bench.TestDrivers.MachineConfig;
import dev.benchtop.core.internal.bench.TestDrivers.RelayConfig;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Yaml;
import dev.benchtop.core.internal.yaml.YamlMap;

class BinderTest {

	private static final Path FOLDER = Path.of("/bench");

	record Scalar(String text, int number, long big, boolean flag) {
	}

	private final Map<String, String> env = new HashMap<>();
	private final Map<String, String> secrets = new HashMap<>();
	private final Findings findings = new Findings(FOLDER.resolve("x.yaml"));

	private final Variables variables = new Variables() {
		@Override
		public Optional<String> env(String name) {
			return Optional.ofNullable(env.get(name));
		}

		@Override
		public Optional<String> secret(String name) {
			return Optional.ofNullable(secrets.get(name));
		}
	};

	private <C extends Record> C bind(Class<C> type, String yaml, Dialect dialect, boolean resolving) throws Exception {
		final var map = YamlMap.of(Yaml.compose(yaml).orElseThrow(), "config", findings).orElseThrow();
		final var binder = resolving ? Binder.resolving(findings, FOLDER, dialect, variables) : Binder.checking(findings, FOLDER, dialect, variables);
		return binder.bind(type, map).orElse(null);
	}

	private <C extends Record> C bind(Class<C> type, String yaml) throws Exception {
		final var record = bind(type, yaml, Dialect.BENCHTOP, true);
		assertEquals(List.of(), findings.all());
		return record;
	}

	@Test
	void defaults() throws Exception {
		final var config = bind(MachineConfig.class, "{arch: aarch64}");
		assertEquals(new MachineConfig(Arch.AARCH64, 1, new ByteSize(512L << 20), "none", null, List.of("-nodefaults", "-no-reboot"), Map.of(),
				Duration.ofSeconds(2), Map.of(), 0, false, null, "", new Disk(FOLDER.resolve("root.img"), null, true)), config);
	}

	@Test
	void everything() throws Exception {
		final var config = bind(MachineConfig.class, """
				arch: x86_64
				smp: 0x10
				mem: 2GiB
				firmware: on
				kernel: ../vmlinuz
				args: [1, on, "x y", ~]
				disks: {root: {file: /a.img, size: 1G}, data: {file: b.img, writable: no}}
				wait: 1m30s
				kwargs: {root: 010, on: off}
				address: 0x82000000
				kvm: yes
				password: p
				class: fast
				""");
		assertEquals(new MachineConfig(Arch.X86_64, 16, new ByteSize(2L << 30), "on", Path.of("/vmlinuz"), List.of("1", "on", "x y", "~"),
				Map.of("root", new Disk(Path.of("/a.img"), new ByteSize(1 << 30), true), "data", new Disk(FOLDER.resolve("b.img"), null, false)),
				Duration.ofSeconds(90), Map.of("root", "010", "on", "off"), 0x82000000L, true, new Secret("p"), "fast",
				new Disk(FOLDER.resolve("root.img"), null, true)), config);
	}

	@ParameterizedTest
	@CsvSource({"010, 10, 8", "0x1F, 31, 31", "'0o17', 15, -1", "'1_000', -1, 1000", "'0b101', -1, 5", "'1:30', -1, 90", "-7, -7, -7", "+7, 7, 7", "'\"7\"', 7, 7", "0, 0, 0"})
	void numbersByTheRulesOfTheFile(String text, int ours, int theirs) throws Exception {
		assertEquals(ours, number(text, Dialect.BENCHTOP));
		assertEquals(theirs, number(text, Dialect.JUMPSTARTER));
	}

	private int number(String text, Dialect dialect) throws Exception {
		final var record = bind(Scalar.class, "{number: " + text + "}", dialect, true);
		return record == null ? -1 : record.number();
	}

	@Test
	void theTypeOfTheKeyDecides() throws Exception {
		for (final var dialect : Dialect.values()) {
			assertEquals(new Scalar("0x82000000", 0, 0x82000000L, true), bind(Scalar.class, "{text: 0x82000000, big: 0x82000000, flag: on}", dialect, true));
			assertEquals(new Scalar("on", 0, 0, false), bind(Scalar.class, "{text: on, flag: Off}", dialect, true));
			assertEquals(new Scalar("", 0, 0, false), bind(Scalar.class, "{text: ~, number:, flag: null}", dialect, true));
		}
	}

	@Test
	void variables() throws Exception {
		env.put("HOST", "relay");
		env.put("CORES", "4");
		secrets.put("pw", "hush");
		assertEquals(new RelayConfig("relay-hush", new Secret("hush")), bind(RelayConfig.class, "{host: '${env:HOST}-${secret:pw}', password: '${secret:pw}'}"));
		assertEquals(new RelayConfig("${env:HOST} $HOME ${HOME}", null), bind(RelayConfig.class, "{host: '$${env:HOST} $HOME ${HOME}'}"));
		assertEquals(4, bind(Scalar.class, "number: ${env:CORES}").number());
	}

	@Test
	void secretsAreNotReadForAMereCheck() throws Exception {
		final var config = bind(RelayConfig.class, "{host: '${secret:none}', password: '${secret:none}'}", Dialect.BENCHTOP, false);
		assertEquals("${secret:none}", config.host());
		assertEquals(List.of(), findings.all());
		assertNull(bind(RelayConfig.class, "{password: '${secret:none}'}", Dialect.BENCHTOP, true));
		assertEquals("There is no secret \"none\" in the secret store", findings.all().getFirst().message());
	}

	@Test
	void nothingIsExpandedInExporterFiles() throws Exception {
		secrets.put("pw", "hush");
		assertEquals("${secret:pw}", bind(RelayConfig.class, "{url: '${secret:pw}'}", Dialect.JUMPSTARTER, true).host());
	}

	@Test
	void unknownKeysAreKeptInExporterFiles() throws Exception {
		assertEquals("a", bind(RelayConfig.class, "{url: a, log_level: INFO}", Dialect.JUMPSTARTER, true).host());
		assertTrue(findings.all().isEmpty());
	}

	@Test
	void mergedMaps() throws Exception {
		final var map = YamlMap.of(Yaml.compose("base: &b {text: a, number: 1}\nown: {<<: *b, number: 2}").orElseThrow(), "", findings).orElseThrow();
		final var own = map.map("own", findings);
		assertEquals(new Scalar("a", 2, 0, false), Binder.checking(findings, FOLDER, Dialect.BENCHTOP, variables).bind(Scalar.class, own).orElseThrow());
	}

	@Test
	void schema() {
		final var fields = ConfigSchema.of(MachineConfig.class).fields();
		final var arch = fields.getFirst();
		assertEquals(ConfigSchema.Kind.CHOICE, arch.kind());
		assertEquals(List.of("aarch64", "x86-64", "u-boot"), arch.choices());
		assertTrue(arch.required());
		final var disks = fields.get(6);
		assertEquals(ConfigSchema.Kind.MAP, disks.kind());
		assertEquals(ConfigSchema.Kind.RECORD, disks.element().orElseThrow().kind());
		assertEquals(List.of("file", "size", "writable"), disks.element().orElseThrow().nested().orElseThrow().fields().stream().map(ConfigSchema.Field::key).toList());
		final var wait = fields.get(7);
		assertEquals("wait", wait.key());
		assertEquals("Wait", wait.label());
		assertTrue(wait.advanced());
		assertEquals(List.of("kwargs"), fields.get(8).aliases());
		assertFalse(fields.get(8).required());
	}

	@ParameterizedTest
	@CsvSource({"500ms, 500ms", "2, 2s", "1.5, 1s500ms", "90s, 1m30s", "1d 2h, 1d2h", "0, 0s", "1m 30s, 1m30s"})
	void durations(String text, String written) {
		final var duration = ConfigSchema.parseValue(Duration.class, text);
		assertEquals(written, ConfigSchema.formatValue(duration));
		assertEquals(duration, ConfigSchema.parseValue(Duration.class, written));
	}
}
