package dev.benchtop.storage.oci;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;

/** What names an artifact. */
sealed interface OciReference {

	/** The tag; empty where there is none. */
	Optional<String> tag();

	/** The digest that pins it, which goes before the tag. */
	Optional<Digest> digest();

	/** A short text without anything secret. */
	String label();

	/**
	 * In a registry.
	 *
	 * @param registry host and port
	 * @param file the path of one file in it, empty for all; only in a URL
	 */
	record InRegistry(String registry, String repository, Optional<String> tag, Optional<Digest> digest, String file) implements OciReference {

		private static final String DOCKER = "docker.io"; //$NON-NLS-1$
		private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]+(?::[0-9]+)?|\\[[0-9A-Fa-f:]+\\](?::[0-9]+)?)/" //$NON-NLS-1$
				+ "([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::([\\w][\\w.-]{0,127}))?(?:@(sha(?:256|512):[a-f0-9]+))?(/.*)?", Pattern.DOTALL); //$NON-NLS-1$

		static InRegistry parse(String text) throws BackendException {
			final boolean named = isRegistry(text.split("/", 2)[0]) && text.indexOf('/') > 0; //$NON-NLS-1$
			final var form = FORM.matcher(named ? text : DOCKER + '/' + text);
			if (!form.matches() || form.group(3) == null && form.group(4) == null && form.group(5) != null) {
				throw wrong(text);
			}
			final String host = form.group(1);
			final boolean docker = host.equals(DOCKER) || host.equals("index.docker.io"); //$NON-NLS-1$
			final String path = docker && form.group(2).indexOf('/') < 0 ? "library/" + form.group(2) : form.group(2); //$NON-NLS-1$
			final Optional<Digest> digest = form.group(4) == null ? Optional.empty() : Optional.of(Digest.parse(form.group(4)));
			final Optional<String> tag = Optional.ofNullable(form.group(3)).or(() -> digest.isPresent() ? Optional.empty() : Optional.of("latest")); //$NON-NLS-1$
			return new InRegistry(docker ? DOCKER : host, path, tag, digest, Optional.ofNullable(form.group(5)).orElse("/").substring(1)); //$NON-NLS-1$
		}

		/** As Docker tells a host from the first part of a path. */
		private static boolean isRegistry(String first) {
			return first.equals("localhost") || first.indexOf('.') >= 0 || first.indexOf(':') >= 0; //$NON-NLS-1$
		}

		/** Where the registry's API is. */
		String host() {
			return registry.equals(DOCKER) ? "registry-1.docker.io" : registry; //$NON-NLS-1$
		}

		boolean isOnThisMachine() {
			return registry.matches("(?:localhost|127\\.[0-9.]+|\\[::1\\])(?::[0-9]+)?"); //$NON-NLS-1$
		}

		@Override
		public String label() {
			return registry + '/' + repository + tag.map(name -> ':' + name).orElse("") + digest.map(pin -> "@" + pin).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}

	/** In a layout on disk (OCI image layout specification). */
	record InLayout(Path folder, Optional<String> tag, Optional<Digest> digest) implements OciReference {

		private static final Pattern FORM = Pattern.compile("(.+?)(?:@(sha(?:256|512):[a-f0-9]+)|:([\\w][\\w.-]{0,127}))?", Pattern.DOTALL); //$NON-NLS-1$

		static InLayout parse(String text, Path base) throws BackendException {
			final var form = FORM.matcher(text);
			if (!form.matches()) {
				throw wrong(text);
			}
			final Optional<Digest> digest = form.group(2) == null ? Optional.empty() : Optional.of(Digest.parse(form.group(2)));
			return new InLayout(base.resolve(form.group(1)), Optional.ofNullable(form.group(3)), digest);
		}

		@Override
		public String label() {
			return folder + tag.map(name -> ':' + name).orElse("") + digest.map(pin -> "@" + pin).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}

	/** Reads {@code layout:FOLDER[:TAG|@DIGEST]} or {@code [oci://][REGISTRY/]REPOSITORY[:TAG][@DIGEST]}. */
	static OciReference parse(String text, Path base) throws BackendException {
		if (text.startsWith("layout:")) { //$NON-NLS-1$
			return InLayout.parse(text.substring("layout:".length()), base); //$NON-NLS-1$
		}
		final InRegistry reference = InRegistry.parse(text.startsWith("oci://") ? text.substring("oci://".length()) : text); //$NON-NLS-1$ //$NON-NLS-2$
		if (!reference.file().isEmpty()) {
			throw wrong(text);
		}
		return reference;
	}

	private static BackendException wrong(String text) {
		return new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.OciReference_wrong, text));
	}
}
