package dev.benchtop.storage.fs;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

import dev.benchtop.core.capability.StorageAttributes;
import dev.benchtop.storage.backend.Entry;

/** What a storage says of a file, as attributes. */
record Attributes(Entry entry) implements StorageAttributes {

	@Override
	public FileTime lastModifiedTime() {
		return FileTime.from(entry.modified().orElse(Instant.EPOCH));
	}

	@Override
	public FileTime lastAccessTime() {
		return lastModifiedTime();
	}

	@Override
	public FileTime creationTime() {
		return lastModifiedTime();
	}

	@Override
	public boolean isRegularFile() {
		return !entry.folder();
	}

	@Override
	public boolean isDirectory() {
		return entry.folder();
	}

	@Override
	public boolean isSymbolicLink() {
		return false;
	}

	@Override
	public boolean isOther() {
		return false;
	}

	@Override
	public long size() {
		return entry.size();
	}

	@Override
	public Object fileKey() {
		return null;
	}

	@Override
	public Optional<String> etag() {
		return entry.etag();
	}

	@Override
	public Optional<String> contentType() {
		return entry.contentType();
	}

	@Override
	public Optional<String> md5() {
		return entry.md5();
	}

	@Override
	public Optional<String> contentDisposition() {
		return entry.contentDisposition();
	}
}
