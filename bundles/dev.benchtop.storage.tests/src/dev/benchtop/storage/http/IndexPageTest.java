package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class IndexPageTest {

	private static List<String> read(String html) throws IOException {
		final List<String> found = new ArrayList<>();
		new IndexPage(Url.parse("http://h/root/"), "", entry -> found.add(entry.key() + (entry.folder() ? "/" : "") + ' ' + entry.size() + ' '
				+ entry.modified().map(Object::toString).orElse("-"))).read(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
		return found;
	}

	@Test
	void nginx() throws IOException {
		assertEquals(List.of("sub/ 0 2026-11-21T10:00:00Z", "a b%40.img 1073741824 2026-11-21T10:01:00Z", "2024-01-01.log 7 2026-11-21T10:02:00Z"), read("""
				<html><head><title>Index of /root/</title></head><body>
				<h1>Index of /root/</h1><hr><pre><a href="../">../</a>
				<a href="sub/">sub/</a>                                    21-Nov-2026 10:00                   -
				<a href="a%20b%2540.img">a b%40.img</a>                    21-Nov-2026 10:01          1073741824
				<a href="2024-01-01.log">2024-01-01.log</a>                21-Nov-2026 10:02                   7
				</pre><hr></body></html>
				"""));
	}

	@Test
	void apacheInRowsAndRoundedSizesAreNotTold() throws IOException {
		assertEquals(List.of("data/ 0 2026-11-21T10:00:00Z", "big.img -1 2026-11-21T10:01:00Z", "small.txt 973 2026-11-21T10:01:00Z"), read("""
				<table>
				<tr><th valign="top"><img src="/icons/blank.gif" alt="[ICO]"></th><th><a href="?C=N;O=D">Name</a></th><th><a href="?C=M;O=A">Last modified</a></th></tr>
				<tr><th colspan="5"><hr></th></tr>
				<tr><td valign="top"><img src="/icons/back.gif"></td><td><a href="/">Parent Directory</a></td><td>&nbsp;</td><td align="right">  - </td></tr>
				<tr><td><img src="/icons/folder.gif"></td><td><a href="data/">data/</a></td><td align="right">2026-11-21 10:00  </td><td align="right">  - </td><td>&nbsp;</td></tr>
				<tr><td><img src="/icons/unknown.gif"></td><td><a href="big.img">big.img</a></td><td align="right">2026-11-21 10:01  </td><td align="right">1.2G</td></tr>
				<tr><td></td><td><a href="small.txt">small.txt</a></td><td align="right">2026-11-21 10:01  </td><td align="right">973 </td></tr>
				</table>
				<address>Apache/2.4.62 (Debian) Server at 127.0.0.1 Port 80</address>
				"""));
	}

	@Test
	void apacheInPlainText() throws IOException {
		assertEquals(List.of("data/ 0 2026-11-21T10:00:00Z", "big.img -1 2026-11-21T10:01:00Z"), read("""
				<pre><img src="/icons/blank.gif" alt="Icon "> <a href="?C=N;O=D">Name</a>     <a href="?C=M;O=A">Last modified</a><hr>
				<img src="/icons/folder.gif" alt="[DIR]"> <a href="data/">data/</a>        2026-11-21 10:00    -
				<img src="/icons/unknown.gif" alt="[   ]"> <a href="big.img">big.img</a>      2026-11-21 10:01  1.2G
				</pre>"""));
	}

	@Test
	void pythonTellsNamesAlone() throws IOException {
		assertEquals(List.of("a b.img -1 -", "sub/ 0 -"), read("<ul><li><a href=\"a%20b.img\">a b.img</a></li>\n<li><a href=\"sub/\">sub/</a></li></ul>"));
	}

	@Test
	void rcloneTellsSecondsAndBytes() throws IOException {
		assertEquals(List.of("sub/ 0 2026-11-21T12:02:01Z", "100 5000 2026-11-21T12:02:02Z"), read("""
				<table><tbody><tr><td></td><td><a href=".."><span class="goup">Go up</span></a></td><td>&mdash;</td></tr>
				<tr class="file"><td></td><td><span class="name"><a href="sub/">sub/</a></span></td><td data-order="-1">&mdash;</td>
				<td class="hideable"><time datetime="x">2026-11-21 12:02:01.559652936 &#43;0000 UTC</time></td></tr>
				<tr class="file"><td></td><td><span class="name"><a href="100">100</a></span></td><td data-order="5000"><size>5000</size></td>
				<td class="hideable"><time datetime="x">2026-11-21 12:02:02.559652936 &#43;0000 UTC</time></td></tr></tbody></table>"""));
	}

	@Test
	void onlyWhatLiesJustBelowIsAnEntry() throws IOException {
		assertEquals(List.of("good -1 -", "abs -1 -", "host -1 -", "ümlaut#?% -1 -"), read("""
				<a href="good">g</a> <a href="good">twice</a> <a href="/root/abs">a</a> <a href="//h/root/host">h</a> <a href="%C3%BCmlaut%23%3F%25">u</a>
				<a href="../up">u</a> <a href="/etc/passwd">e</a> <a href="http://other/root/x">o</a> <a href="https://h/root/x">s</a> <a href="a/b">deep</a>
				<a href="x?y=1">q</a> <a href="#here">f</a> <a href="">e</a> <a href=".">d</a> <a href="%2e%2e">dd</a> <a href="a%2Fb">slash</a>
				<a href="mailto:a@b">m</a> <a href="javascript:alert(1)">j</a> <a href="%ff">latin</a> <a href="/rootless">r</a> <a name="x">n</a>
				"""));
	}

	@Test
	void aHundredThousandEntriesAreNothing() throws IOException {
		final var html = new StringBuilder("<html><body><pre><a href=\"../\">../</a>\n");
		for (int i = 0; i < 100_000; i++) {
			html.append("<a href=\"file%20").append(i).append(".img\">file ").append(i).append(".img</a>    21-Nov-2026 10:00    ").append(i).append('\n');
		}
		final var count = new AtomicInteger();
		new IndexPage(Url.parse("http://h/root/"), "", entry -> assertEquals(count.getAndIncrement(), entry.size()))
				.read(new ByteArrayInputStream(html.append("</pre></body></html>").toString().getBytes(StandardCharsets.UTF_8)));
		assertEquals(100_000, count.get());
	}
}
