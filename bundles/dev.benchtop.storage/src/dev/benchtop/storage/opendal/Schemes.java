package dev.benchtop.storage.opendal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** The services that are compiled into OpenDAL's Java binding 0.48.2. */
final class Schemes {

	private static final int NEAR = 2;

	private static final Set<String> ALL = new TreeSet<>(List.of("aliyun-drive", "alluxio", "azblob", "azdls", "azfile", "b2", "cacache", "cos", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			"dashmap", "dropbox", "etcd", "fs", "gcs", "gdrive", "ghac", "gridfs", "http", "https", "huggingface", "ipfs", "ipmfs", "koofr", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$ //$NON-NLS-14$
			"memcached", "memory", "mini-moka", "moka", "mongodb", "mysql", "obs", "onedrive", "oss", "persy", "postgresql", "redb", "redis", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$ //$NON-NLS-13$
			"s3", "seafile", "sftp", "sled", "sqlite", "swift", "tikv", "upyun", "vercel-artifacts", "webdav", "webhdfs", "yandex-disk")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$ //$NON-NLS-11$ //$NON-NLS-12$

	private Schemes() {
	}

	/** Refuses a scheme that is none of them, with those that may be meant. */
	static void check(String scheme) throws BenchException {
		if (ALL.contains(scheme)) {
			return;
		}
		final var error = BenchException.usage(NLS.bind(Messages.Schemes_unknown, scheme));
		if (scheme.equals("ftp") || scheme.equals("ftps")) { //$NON-NLS-1$ //$NON-NLS-2$
			throw error.why(Messages.Schemes_ftpWhy).next(Messages.Schemes_ftpNext).build();
		}
		final List<String> near = ALL.stream().filter(name -> name.startsWith(scheme) || scheme.startsWith(name) || distance(name, scheme) <= NEAR).toList();
		throw error.next(near.isEmpty() ? NLS.bind(Messages.Schemes_all, String.join(", ", ALL)) //$NON-NLS-1$
				: NLS.bind(Messages.Schemes_near, String.join(", ", near))).build(); //$NON-NLS-1$
	}

	/** How many letters have to be changed, added or left out to make the one of the other. */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			final int[] next = new int[row.length];
			next[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				final int changed = row[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
				next[j] = Math.min(changed, 1 + Math.min(row[j], next[j - 1]));
			}
			row = next;
		}
		return row[other.length()];
	}
}
