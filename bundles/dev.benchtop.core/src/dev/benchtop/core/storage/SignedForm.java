package dev.benchtop.core.storage;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.HushWords;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.core.capability.ShellWords;

/** How a signed request is handed to somebody: as the bare URL, or as the line of a tool that sends it. */
public enum SignedForm {
	URL, CURL, WGET, UBOOT;

	private static final String GET = "GET"; //$NON-NLS-1$
	private static final String HEAD = "HEAD"; //$NON-NLS-1$
	private static final String PUT = "PUT"; //$NON-NLS-1$

	/**
	 * The text; quoted for a POSIX shell, or for U-Boot's.
	 *
	 * @param file the local file that the line writes or sends; U-Boot loads to {@code ${loadaddr}}
	 * @throws BenchException of kind usage where the tool cannot send the request: U-Boot only reads, without headers
	 */
	public String render(Request request, String file) throws BenchException {
		return switch (this) {
		case URL -> request.url();
		case CURL -> curl(request, file);
		case WGET -> wget(request, file);
		case UBOOT -> uboot(request);
		};
	}

	private static String curl(Request request, String file) {
		final String action = switch (request.method()) {
		case GET -> "-L -o " + ShellWords.inQuotes(file); //$NON-NLS-1$
		case HEAD -> "-I"; //$NON-NLS-1$
		case PUT -> "-T " + ShellWords.inQuotes(file); //$NON-NLS-1$
		default -> "-X " + request.method(); //$NON-NLS-1$
		};
		return line("curl -f " + action, request, header -> "-H " + ShellWords.inQuotes(header)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String wget(Request request, String file) {
		final String action = switch (request.method()) {
		case GET -> "-O " + ShellWords.inQuotes(file); //$NON-NLS-1$
		case HEAD -> "-S --spider"; //$NON-NLS-1$
		default -> "-O - --method=" + request.method() + (PUT.equals(request.method()) ? " --body-file=" + ShellWords.inQuotes(file) : ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		};
		return line("wget " + action, request, header -> "--header=" + ShellWords.inQuotes(header)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String line(String tool, Request request, UnaryOperator<String> option) {
		final var line = new StringBuilder(tool);
		headers(request).forEach(header -> line.append(' ').append(option.apply(header.getKey() + ": " + header.getValue()))); //$NON-NLS-1$
		return line.append(' ').append(ShellWords.inQuotes(request.url())).toString();
	}

	private static String uboot(Request request) throws BenchException {
		if (!GET.equals(request.method())) {
			throw BenchException.usage(Messages.SignedForm_readsOnly).build();
		}
		if (!headers(request).isEmpty()) {
			throw BenchException.usage(Messages.SignedForm_noHeaders).build();
		}
		return "wget ${loadaddr} " + HushWords.inQuotes(request.url()); //$NON-NLS-1$
	}

	/** The headers that a tool would not send by itself. */
	private static List<Map.Entry<String, String>> headers(Request request) {
		return request.headers().entrySet().stream().filter(header -> !"host".equalsIgnoreCase(header.getKey())).sorted(Map.Entry.comparingByKey()).toList(); //$NON-NLS-1$
	}
}
