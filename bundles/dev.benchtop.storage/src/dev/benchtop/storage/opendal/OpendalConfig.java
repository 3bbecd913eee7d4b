package dev.benchtop.storage.opendal;

import java.util.Map;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of a storage by OpenDAL.
 *
 * @param scheme one of {@link Schemes}
 * @param options as OpenDAL's service wants them; many of them are secret
 */
public record OpendalConfig(
		@Option(required = true, proposals = {"s3", "webdav", "fs", "http", "gcs", "azblob", "azdls", "azfile", "b2", "oss", "obs", "cos",
				"swift", "gdrive", "onedrive", "dropbox", "aliyun-drive", "yandex-disk", "pcloud", "koofr", "seafile", "upyun", "sftp",
				"webhdfs", "alluxio", "ipfs", "ipmfs", "huggingface", "ghac", "vercel-artifacts", "memory", "mini-moka", "moka", "dashmap",
				"cacache", "redb", "sled", "redis", "memcached", "etcd", "tikv", "mongodb", "gridfs", "mysql", "postgresql",
				"sqlite"}) String scheme,
		@Option(alias = "kwargs") Map<String, String> options,
		@Option(key = "remove_created_on_close", value = "false", advanced = true) boolean removeCreatedOnClose) {

	/** The options, never null. */
	@Override
	public Map<String, String> options() {
		return options == null ? Map.of() : options;
	}

	/** Without the values of the options. */
	@Override
	public String toString() {
		return scheme + ' ' + options().keySet();
	}
}
