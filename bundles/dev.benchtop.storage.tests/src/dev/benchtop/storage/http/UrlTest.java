package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.BackendException;

class UrlTest {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = {
			"http://h/a%40b%2fc?X-Sig=%2B%3d&e=%40 http://h/a%40b%2fc?X-Sig=%2B%3d&e=%40",
			"http://h http://h/",
			"HTTP://h:80/a//b/./c http://h/a//b/./c",
			"https://h:443/%7Ea https://h/%7Ea",
			"https://[::1]:8443/a?b=[c] https://[::1]:8443/a?b=[c]",
			"http://u:p@h/a#part http://h/a",
			"http://h/ä|{}^%zz http://h/%C3%A4%7C%7B%7D%5E%25zz"})
	void whatIsWrittenIsWhatIsSent(String written, String sent) throws BackendException {
		assertEquals(sent, Url.parse(written).uri().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "file", "/file", "ftp://h/x", "http:/x", "http://", "http://h:99999/", "http://h:x/", "http://a b/", "mailto:a@b"})
	void whatCannotBeAskedIsRefused(String text) {
		assertThrows(BackendException.class, () -> Url.parse(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { // RFC 3986, section 5.4
			"g http://a/b/c/g", "./g http://a/b/c/g", "g/ http://a/b/c/g/", "/g http://a/g", "//g http://g/", "?y http://a/b/c/d;p?y",
			"g?y http://a/b/c/g?y", "g#s http://a/b/c/g", ";x http://a/b/c/;x", "'' http://a/b/c/d;p?q", ". http://a/b/c/", "./ http://a/b/c/",
			".. http://a/b/", "../g http://a/b/g", "../.. http://a/", "../../../g http://a/g", "/./g http://a/g", "g. http://a/b/c/g.",
			"..g http://a/b/c/..g", "./g/. http://a/b/c/g/", "g/../h http://a/b/c/h", "g?y/../x http://a/b/c/g?y/../x",
			"http://x/y/../%40 http://x/y/../%40", "%40/ü http://a/b/c/%40/%C3%BC"})
	void relativeReferencesAreResolved(String reference, String expected) throws BackendException {
		assertEquals(expected, Url.parse("http://a/b/c/d;p?q").resolve(reference).uri().toString());
	}

	@Test
	void namesOfFilesAreEncodedWhole() throws BackendException {
		final Url root = Url.parse("http://h/data?sig=1").folder();
		assertEquals("http://h/data/a%20b/%2540%3F%23%25%C3%BC%5C%2B.img?sig=1", root.child("a b/%40?#%ü\\+.img").uri().toString());
		assertEquals("%40?#%ü\\+.img", root.child("a b/%40?#%ü\\+.img").name());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = {"http://h/d/a%20b.img?x=/y 'a b.img'", "http://h/a%2Fb a%2Fb", "http://h/d/ d", "http://h h", "http://h/%ff %ff",
			"http://h/image.raw.gz? image.raw.gz", "http://h/%2e%2e %2e%2e"})
	void aFileIsCalledByTheLastNameOfItsUrl(String url, String name) throws BackendException {
		assertEquals(name, Url.parse(url).name());
	}

	@Test
	void itPrintsNothingThatIsSecret() throws BackendException {
		final Url url = Url.parse("https://joe:s3cret@h:8443/a/b.img?X-Amz-Signature=s3cret");
		assertEquals("https://h:8443/a/b.img?…", url.toString());
		assertFalse(url.scrub("No access to /a/b.img?X-Amz-Signature=s3cret by joe:s3cret@h").contains("s3cret"));
		assertEquals("s3cret", url.login().orElseThrow().password().reveal());
	}

	@Test
	void anOriginIsSchemeHostAndPort() throws BackendException {
		assertTrue(Url.parse("http://H/").sameOrigin(Url.parse("http://h:80/x")));
		assertFalse(Url.parse("http://h/").sameOrigin(Url.parse("https://h/")));
		assertFalse(Url.parse("http://h/").sameOrigin(Url.parse("http://h:81/")));
		assertFalse(Url.parse("http://h/").sameOrigin(Url.parse("http://h2/")));
	}
}
