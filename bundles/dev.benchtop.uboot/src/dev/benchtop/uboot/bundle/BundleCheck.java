package dev.benchtop.uboot.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.storage.Checksums;
import dev.benchtop.core.storage.Location;
import dev.benchtop.uboot.bundle.Manifest.Load;

/**
 * What comes of reading a whole bundle: that its files are there and what they should be, and that what the manifest chooses by name is in it.
 *
 * @param files the good ones with their SHA-256, once each
 * @param findings what is wrong
 */
record BundleCheck(Map<BootFile, String> files, List<BenchException> findings) {

	/** @throws BenchException only where it is cancelled */
	static BundleCheck of(FlasherBundle bundle, Progress progress) throws BenchException {
		final var check = new BundleCheck(new LinkedHashMap<>(), new ArrayList<>());
		for (final var part : bundle.named().entrySet()) {
			check.read(bundle, part.getKey(), part.getValue(), progress);
		}
		check.note(() -> bundle.target(Optional.empty()));
		check.note(() -> bundle.bootCommand(Optional.empty()));
		return check;
	}

	/** A choice by name. */
	@FunctionalInterface
	private interface Choice {
		Object make() throws BenchException;
	}

	private void note(Choice choice) throws BenchException {
		try {
			choice.make();
		} catch (BenchException e) {
			if (e.isCancelled()) {
				throw e;
			}
			findings.add(e);
		}
	}

	private void read(FlasherBundle bundle, String field, Load load, Progress progress) throws BenchException {
		note(() -> {
			final BootFile file = bundle.bootFile(field, load);
			if (!files.containsKey(file)) {
				final var place = new Location(NLS.bind(Messages.BundleCheck_file, bundle.label(), file.name()), file.path(), Optional.empty());
				files.put(file, Checksums.of(place, Checksums.Algorithm.SHA256, progress));
			}
			return file;
		});
	}
}
