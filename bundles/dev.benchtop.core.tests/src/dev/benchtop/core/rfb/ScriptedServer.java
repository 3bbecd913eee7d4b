package dev.benchtop.core.rfb;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.zip.DeflaterOutputStream;

/** A server that says to one client what a test wants it to. */
final class ScriptedServer implements AutoCloseable {

	/** What it does once somebody has connected. */
	interface Script {
		void run(ScriptedServer server) throws IOException, InterruptedException;
	}

	private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
	private Socket socket;
	DataOutputStream out;
	DataInputStream in;

	ScriptedServer(Script script) throws IOException {
		Thread.ofVirtual().start(() -> {
			try {
				socket = listening.accept();
				out = new DataOutputStream(socket.getOutputStream());
				in = new DataInputStream(socket.getInputStream());
				script.run(this);
			} catch (IOException | InterruptedException e) {
				System.getLogger(ScriptedServer.class.getName()).log(System.Logger.Level.DEBUG, "the client has gone", e);
			}
		});
	}

	Sockets display() {
		return new Sockets(listening.getLocalSocketAddress());
	}

	/** Version 3.8 without security, and a screen of this size. */
	void greet(int width, int height) throws IOException {
		out.writeBytes("RFB 003.008\n");
		in.skipNBytes(12);
		out.write(new byte[] {1, 1});
		in.skipNBytes(1);
		out.writeInt(0);
		in.skipNBytes(1);
		init(width, height);
	}

	void init(int width, int height) throws IOException {
		out.writeShort(width);
		out.writeShort(height);
		out.write(new byte[16]);
		out.writeInt(4);
		out.writeBytes("test");
	}

	/** Reads what the client says, until it goes. */
	void listen() throws IOException {
		in.transferTo(OutputStream.nullOutputStream());
	}

	/** Says that there is nothing more, and stays until the client goes. */
	void finish() throws IOException {
		socket.shutdownOutput();
		listen();
	}

	void update(int rectangles) throws IOException {
		out.writeShort(0);
		out.writeShort(rectangles);
	}

	void rectangle(int x, int y, int width, int height, int encoding) throws IOException {
		out.writeShort(x);
		out.writeShort(y);
		out.writeShort(width);
		out.writeShort(height);
		out.writeInt(encoding);
	}

	/** The first piece of a zlib stream. */
	static byte[] packed(int... bytes) throws IOException {
		final var packed = new ByteArrayOutputStream();
		try (var deflater = new DeflaterOutputStream(packed)) {
			for (final int value : bytes) {
				deflater.write(value);
			}
		}
		return packed.toByteArray();
	}

	/** Sends the length of some bytes, and them. */
	void counted(byte[] bytes) throws IOException {
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	@Override
	public void close() throws IOException {
		listening.close();
		if (socket != null) {
			socket.close();
		}
	}
}
