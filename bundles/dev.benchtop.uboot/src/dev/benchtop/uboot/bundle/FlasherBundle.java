package dev.benchtop.uboot.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.storage.PathFailure;
import dev.benchtop.uboot.bundle.Manifest.Load;
import dev.benchtop.uboot.bundle.Manifest.Variant;

/** An opened flasher bundle. Closing it takes its files away, where they were unpacked. */
public final class FlasherBundle implements AutoCloseable {

	private static final int BUFFER = 1 << 20;

	private final String label;
	private final Path root;
	private final ManifestFile file;
	private final Manifest manifest;
	private final Closeable contents;

	/**
	 * @param label how the bundle is called in errors; without secrets
	 * @param manifest the name of the manifest in it
	 * @param contents closed with the bundle
	 */
	FlasherBundle(String label, Path root, String manifest, Closeable contents) throws BenchException {
		this.label = label;
		this.root = root;
		this.file = new ManifestFile(root, manifest, label.endsWith("/") ? label + manifest : label + '/' + manifest); //$NON-NLS-1$
		this.contents = contents;
		this.manifest = file.read();
	}

	/** How the bundle is named: a path, or a reference. */
	public String label() {
		return label;
	}

	public Manifest manifest() {
		return manifest;
	}

	/**
	 * A file of the bundle, in whichever file system; what comes out of a registry is compared with its digest before its end is read.
	 *
	 * @param name as the manifest has it
	 */
	public Path file(String name) throws BenchException {
		return bootFile("", new Load(name, "")).path(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	public BootFile kernel() throws BenchException {
		return bootFile("spec.kernel.file", manifest.spec().kernel()); //$NON-NLS-1$
	}

	/** The first file system; empty where the kernel needs none. */
	public Optional<BootFile> initram() throws BenchException {
		final Load initram = manifest.spec().initram();
		return initram == null ? Optional.empty() : Optional.of(bootFile("spec.initram.file", initram)); //$NON-NLS-1$
	}

	/**
	 * The device tree of a variant, or of the manifest's default; empty where that brings none.
	 *
	 * @throws BenchException of kind usage where there is no such variant
	 */
	public Optional<BootFile> dtb(Optional<String> variant) throws BenchException {
		final Optional<String> name = variant(variant, Messages.FlasherBundle_noVariant);
		final Optional<String> own = name.map(this::variant).map(Variant::file).filter(text -> !text.isEmpty());
		return own.isEmpty() ? Optional.empty()
				: Optional.of(bootFile("spec.dtb.variants." + name.get() + ".file", new Load(own.get(), manifest.spec().dtb().address()))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/**
	 * What U-Boot boots a variant by.
	 *
	 * @throws BenchException of kind usage where there is no such variant
	 */
	public String bootCommand(Optional<String> variant) throws BenchException {
		return variant(variant, Messages.FlasherBundle_noVariantInManifest).map(this::variant).map(Variant::bootcmd).filter(own -> !own.isEmpty())
				.orElse(manifest.spec().bootcmd());
	}

	private Variant variant(String name) {
		return manifest.spec().dtb().variants().get(name);
	}

	private Optional<String> variant(Optional<String> wanted, String refusal) throws BenchException {
		final Optional<String> name = manifest.spec().dtb() == null ? wanted : wanted.or(() -> Optional.of(manifest.spec().dtb().standard()));
		if (name.isPresent() && !manifest.variants().contains(name.get())) {
			throw BenchException.usage(NLS.bind(refusal, name.get())).where(file.label())
					.next(NLS.bind(Messages.FlasherBundle_variants, String.join(", ", manifest.variants()))).build(); //$NON-NLS-1$
		}
		return name;
	}

	/**
	 * The disk of a target, or of the manifest's default.
	 *
	 * @throws BenchException of kind usage where there is no such target
	 */
	public Device target(Optional<String> wanted) throws BenchException {
		final String name = wanted.orElse(manifest.spec().defaultTarget());
		final String device = manifest.spec().targets().get(name);
		if (device == null) {
			throw BenchException.usage(name.isEmpty() ? Messages.FlasherBundle_noTargetNamed : NLS.bind(Messages.FlasherBundle_noTarget, name))
					.where(file.label()).next(NLS.bind(Messages.FlasherBundle_targets, String.join(", ", manifest.targets()))).build(); //$NON-NLS-1$
		}
		return new Device(device);
	}

	/** All that a variant boots from, in the order in which U-Boot loads it: kernel, first file system, device tree. */
	public List<BootFile> bootFiles(Optional<String> variant) throws BenchException {
		final var files = new ArrayList<BootFile>(List.of(kernel()));
		initram().ifPresent(files::add);
		dtb(variant).ifPresent(files::add);
		return files;
	}

	/** Reads all that a variant boots from, so that it is at hand and as its digests say; {@code progress} is in a phase of its own. */
	public List<BootFile> fetch(Optional<String> variant, Progress progress) throws BenchException {
		return fetch(bootFiles(variant), progress);
	}

	/** As {@link #fetch(Optional, Progress)}, for all variants. */
	List<BootFile> fetchAll(Progress progress) throws BenchException {
		final var files = new ArrayList<BootFile>();
		for (final var part : named().entrySet()) {
			files.add(bootFile(part.getKey(), part.getValue()));
		}
		return fetch(files.stream().distinct().toList(), progress);
	}

	private List<BootFile> fetch(List<BootFile> files, Progress progress) throws BenchException {
		progress.total(files.stream().mapToLong(BootFile::size).sum());
		for (final BootFile one : files) {
			read(one, progress);
		}
		return files;
	}

	private void read(BootFile one, Progress progress) throws BenchException {
		final byte[] buffer = new byte[BUFFER];
		try (InputStream in = Files.newInputStream(one.path()); var _ = progress.token().onCancel(() -> stop(in))) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				progress.token().check();
				progress.advance(count);
			}
		} catch (IOException e) {
			progress.token().check();
			throw unreadable(one.name(), e);
		}
	}

	private static void stop(InputStream in) {
		try {
			in.close();
		} catch (IOException e) {
			System.getLogger(FlasherBundle.class.getName()).log(System.Logger.Level.DEBUG, "close", e); //$NON-NLS-1$
		}
	}

	/** Every file that the manifest names, for whichever variant, with the field that names it. */
	Map<String, Load> named() {
		final var all = new LinkedHashMap<String, Load>();
		final var spec = manifest.spec();
		all.put("spec.kernel.file", spec.kernel()); //$NON-NLS-1$
		if (spec.initram() != null) {
			all.put("spec.initram.file", spec.initram()); //$NON-NLS-1$
		}
		if (spec.dtb() != null) {
			spec.dtb().variants().forEach((name, variant) -> {
				if (!variant.file().isEmpty()) {
					all.put("spec.dtb.variants." + name + ".file", new Load(variant.file(), spec.dtb().address())); //$NON-NLS-1$ //$NON-NLS-2$
				}
			});
		}
		return all;
	}

	/** The file that a field names; an error names the field. */
	BootFile bootFile(String field, Load load) throws BenchException {
		final String name = load.file();
		final Path path = inside(field, name);
		try {
			final var facts = Files.readAttributes(path, BasicFileAttributes.class);
			if (!facts.isRegularFile()) {
				throw refused(field, NLS.bind(Messages.FlasherBundle_noFile, name));
			}
			if (facts.size() == 0) {
				throw refused(field, NLS.bind(Messages.FlasherBundle_empty, name));
			}
			return new BootFile(name, load.address(), path, facts.size());
		} catch (NoSuchFileException e) {
			throw refused(field, NLS.bind(Messages.FlasherBundle_missing, name));
		} catch (IOException e) {
			throw unreadable(name, e);
		}
	}

	private Path inside(String field, String name) throws BenchException {
		for (final String part : name.split("/", -1)) { //$NON-NLS-1$
			if (part.isEmpty() || part.equals("..") || part.indexOf('\0') >= 0) { //$NON-NLS-1$
				throw refused(field, NLS.bind(Messages.FlasherBundle_outside, name));
			}
		}
		return root.resolve(name).normalize();
	}

	private BenchException refused(String field, String words) {
		return BenchException.failed(words).where(file.label()).why(field.isEmpty() ? null : NLS.bind(Messages.FlasherBundle_field, field)).build();
	}

	private BenchException unreadable(String name, IOException failure) {
		return PathFailure.of(NLS.bind(Messages.FlasherBundle_unreadable, name), label + '/' + name, failure);
	}

	@Override
	public void close() throws BenchException {
		try {
			contents.close();
		} catch (IOException e) {
			throw BenchException.failed(Messages.FlasherBundle_notClosed).where(label).why(e).build();
		}
	}
}
