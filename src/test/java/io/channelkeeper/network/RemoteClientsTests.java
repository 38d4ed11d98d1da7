package io.channelkeeper.network;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What every API may do to whoever asks it.
 */
class RemoteClientsTests {

	private final FarSide side = new FarSide();

	private final AnnotationConfigApplicationContext context = TestNetworks
		.with(Map.of("channelkeeper.base-url", "https://channels.example.org"));

	private final RemoteClients clients = this.context.getBean(RemoteClients.class);

	private final Api api = this.clients.create(Api.class, URI.create(this.side.address()));

	private final ApiCalls calls = this.clients.calls(new ApiName("far"),
			(answer, now) -> answer.isSuccess() ? null : answer.faultOfStatus(now));

	@AfterEach
	void close() {
		this.context.close();
		this.side.close();
	}

	@Test
	void unpacksNothing() throws IOException {
		this.side.answer("/it", 200, packed("{}"), "Content-Encoding", "gzip");
		assertThat(refusal("Bearer t")).isEqualTo(new NetworkFault.Unexpected());
		assertThat(this.side.asked()).singleElement()
			.satisfies((asked) -> assertThat(asked.headers()).doesNotContainKey(HttpHeaders.ACCEPT_ENCODING));
	}

	@Test
	void hangsUpOnWhatNeverEnds() {
		this.side.flood("/it", Long.MAX_VALUE / 2);
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThat(refusal("Bearer t")).isEqualTo(new NetworkFault.Unavailable()));
	}

	@Test
	void repeatsNoHeaderThatHttpRefuses() {
		assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(() -> ask("Bearer secret\nHost: evil"))
			.withMessage("Unexpected")
			.withNoCause();
		assertThat(this.side.asked()).isEmpty();
	}

	/** In a process of its own: Java's client reads only once how often it may try. */
	@Test
	void asksOnceWhateverBecomesOfIt() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-Dtest.run=asking-once", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("java.class.path"), AskingOnce.class.getName())
			.redirectErrorStream(true)
			.start();
		try (BufferedReader out = process.inputReader()) {
			assertThat(out.lines()).contains("asked 1 on a fresh connection", "asked 2 on one used before");
		}
		assertThat(process.waitFor()).isZero();
	}

	@Test
	void asksNoMoreOnceItTookTooLong() {
		this.side.answer("/it", 200, "{}");
		assertThat(Conversation.within(Duration.ofMinutes(1), () -> ask("Bearer t")).isObject()).isTrue();
		assertThat(Conversation.within(Duration.ZERO, () -> refusal("Bearer t")))
			.isEqualTo(new NetworkFault.Unavailable());
		assertThat(this.side.asked()).hasSize(1);
	}

	/** What {@link #asksOnceWhateverBecomesOfIt()} runs. */
	static final class AskingOnce {

		private AskingOnce() {
		}

		public static void main(String[] args) {
			RemoteClientsTests test = new RemoteClientsTests();
			test.side.reset("/it");
			test.refusal("Bearer t");
			System.out.println("asked " + test.side.asked().size() + " on a fresh connection");
			test.side.forget().answer("/it", 200, "{}").reset("/it");
			test.ask("Bearer t");
			test.refusal("Bearer t");
			System.out.println("asked " + test.side.asked().size() + " on one used before");
			System.exit(0);
		}

	}

	private Json ask(String bearer) {
		return this.calls.read(() -> this.api.it(bearer));
	}

	private NetworkFault refusal(String bearer) {
		try {
			throw new AssertionError(ask(bearer));
		}
		catch (NetworkFaultException ex) {
			return ex.fault();
		}
	}

	private static byte[] packed(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	/** One question. */
	interface Api {

		@GetExchange("/it")
		ResponseEntity<byte[]> it(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

	}

}
