package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** The attributes of a path, which a storage sets itself. */
record AttributeView(StoragePath path) implements BasicFileAttributeView {

	@Override
	public String name() {
		return NamedAttributes.BASIC;
	}

	@Override
	public BasicFileAttributes readAttributes() throws IOException {
		return StorageProvider.attributes(path);
	}

	@Override
	public void setTimes(FileTime lastModifiedTime, FileTime lastAccessTime, FileTime createTime) {
		throw new UnsupportedOperationException();
	}
}
