package dev.benchtop.storage.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.storage.local.LocalBackend;

class CreatedPathsTest {

	@TempDir
	Path folder;

	private StorageFileSystem files;
	private Path root;

	@BeforeEach
	void open() {
		files = StorageFileSystem.open("store", new LocalBackend(folder), true);
		root = files.root();
	}

	@AfterEach
	void close() {
		files.close();
	}

	@ParameterizedTest
	@CsvSource({"test_dir,test_dir", "test_dir2/,test_dir2", "/test_dir3,test_dir3", "/test_dir4/,test_dir4", "nested/dir,nested nested/dir",
			"/nested/dir2/,nested nested/dir2", "dir\\backslash,dir dir/backslash", "./current_dir,current_dir", "parent/../simple,simple",
			"//double//slash//path,double double/slash double/slash/path", "a b/%40?#ä,'a b|a b/%40?#ä'"})
	void aFolderIsKnownByItsPathWithoutAnythingAround(String written, String known) throws IOException {
		Files.createDirectories(root.resolve(written));
		assertEquals(new TreeSet<>(Set.of(known.split(known.contains("|") ? "\\|" : " "))), new TreeSet<>(files.created()));
	}

	@Test
	void spellingsOfOneFolderAreOneFolder() throws IOException {
		for (final String spelling : new String[] {"same_dir", "/same_dir", "same_dir/", "/same_dir/", "./same_dir", "other/../same_dir"}) {
			Files.createDirectories(root.resolve(spelling));
		}
		assertEquals(Set.of("same_dir"), files.created());
	}

	@Test
	void copiesAndRenamesAreKnownWithFilesAndFoldersInOneSet() throws IOException {
		Files.writeString(root.resolve("original.txt"), "content");
		Files.createDirectory(root.resolve("folder"));
		Files.copy(root.resolve("original.txt"), root.resolve("copied.txt"));
		Files.move(root.resolve("copied.txt"), root.resolve("folder/renamed.txt"));
		assertEquals(Set.of("original.txt", "folder", "folder/renamed.txt"), files.created());
		Files.move(root.resolve("folder"), root.resolve("moved"));
		assertEquals(Set.of("original.txt", "moved", "moved/renamed.txt"), files.created());
	}
}
