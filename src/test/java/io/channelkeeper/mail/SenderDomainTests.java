package io.channelkeeper.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.SimpleResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a name server that answers over real UDP.
 */
class SenderDomainTests {

	private static final Map<String, String> TEXTS = Map.of("good.example", "v=spf1 include:mail.example -all",
			"_domainkey.good.example", "", "_dmarc.good.example", "v=DMARC1; p=reject", "bare.example",
			"some-verification=1");

	private final DatagramSocket socket;

	SenderDomainTests() throws IOException {
		this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
	}

	@BeforeEach
	void listen() {
		Thread.ofVirtual().start(this::answerAll);
	}

	@AfterEach
	void stop() {
		this.socket.close();
	}

	@Test
	void findsWhatIsPublished() {
		SenderDomain domain = domain("good.example");
		assertThat(domain.hasSpf()).contains(true);
		assertThat(domain.hasSigningKeys()).contains(true);
		assertThat(domain.hasDmarc()).contains(true);
	}

	@Test
	void tellsWhatIsMissing() {
		SenderDomain domain = domain("bare.example");
		assertThat(domain.hasSpf()).contains(false);
		assertThat(domain.hasSigningKeys()).contains(false);
		assertThat(domain.hasDmarc()).contains(false);
	}

	@Test
	void claimsNothingWhereNobodyAnswers() {
		SenderDomain domain = domain("good.example");
		this.socket.close();
		assertThat(domain.hasSpf()).isEmpty();
	}

	private SenderDomain domain(String name) {
		InetAddress here = InetAddress.getLoopbackAddress();
		return new SenderDomain(new SimpleResolver(new InetSocketAddress(here, this.socket.getLocalPort())), name);
	}

	private void answerAll() {
		byte[] buffer = new byte[512];
		while (!this.socket.isClosed()) {
			DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
			try {
				this.socket.receive(packet);
				byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
				this.socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	/**
	 * A question is taken over as it is; an answer points back to its name (RFC 1035).
	 */
	private static byte[] answer(byte[] question) throws IOException {
		int end = 12;
		StringBuilder name = new StringBuilder();
		while (question[end] != 0) {
			name.append(name.isEmpty() ? "" : ".")
				.append(new String(question, end + 1, question[end], StandardCharsets.US_ASCII));
			end += question[end] + 1;
		}
		String text = TEXTS.get(name.toString());
		boolean holds = text != null && !text.isEmpty();
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.write(question, 0, 2);
		answer.write(new byte[] { (byte) 0x81, (byte) ((text != null) ? 0x80 : 0x83), 0, 1, 0, (byte) (holds ? 1 : 0),
				0, 0, 0, 0 });
		answer.write(question, 12, end + 5 - 12);
		if (text != null && holds) {
			byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
			answer.write(new byte[] { (byte) 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, (byte) (bytes.length + 1),
					(byte) bytes.length });
			answer.write(bytes);
		}
		return answer.toByteArray();
	}

}
