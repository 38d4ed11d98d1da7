package io.channelkeeper.network.facebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class GraphErrorsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private final HttpHeaders headers = new HttpHeaders();

	@ParameterizedTest
	@DisplayName("N-5, N-6: code and subcode decide, the HTTP status does not")
	@CsvSource(delimiterString = " -> ", textBlock = """
			expired -> TokenExpired[]
			password -> TokenRejected[cause=PASSWORD_CHANGED]
			removed -> TokenRejected[cause=ACCESS_REVOKED]
			unauthorized -> TokenRejected[cause=ACCESS_REVOKED]
			checkpoint -> TokenRejected[cause=SECURITY_CHECK]
			locked -> TokenRejected[cause=SECURITY_CHECK]
			unconfirmed -> TokenRejected[cause=SECURITY_CHECK]
			blocked -> TokenRejected[cause=SECURITY_CHECK]
			invalid -> TokenRejected[cause=TOKEN_REJECTED]
			code-used -> TokenRejected[cause=TOKEN_REJECTED]
			role -> ChannelLost[cause=ROLE_LOST]
			role-older -> ChannelLost[cause=ROLE_LOST]
			page-deleted -> ChannelLost[cause=ACCOUNT_DELETED]
			gone -> ChannelLost[cause=ACCOUNT_DELETED]
			not-business -> ChannelLost[cause=NOT_PROFESSIONAL]
			restricted -> ChannelLost[cause=ACCOUNT_RESTRICTED]
			permission -> PermissionMissing[permission=null]
			transient -> Unavailable[]
			unavailable -> Unavailable[]
			limited -> RateLimited[until=null]
			app-limited -> RateLimited[until=null]
			strange -> Unexpected[]
			""")
	void decidesByCodeAndSubcode(String file, String fault) {
		for (int status : new int[] { 200, 400, 403 }) {
			assertThat(faultOf(status, read("error-" + file + ".json"))).hasToString(fault);
		}
	}

	@Test
	void readsWhenFacebookLetsUsAskAgain() {
		this.headers.set("X-Business-Use-Case-Usage",
				"{\"17841\":[{\"type\":\"instagram\",\"call_count\":100,\"estimated_time_to_regain_access\":19},"
						+ "{\"type\":\"pages\",\"estimated_time_to_regain_access\":\"7\"}]}");
		assertThat(faultOf(400, read("error-limited.json")))
			.isEqualTo(new NetworkFault.RateLimited(NOW.plusSeconds(19 * 60)));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			90 -> 2026-11-21T12:01:30Z
			Sat, 21 Nov 2026 12:05:00 GMT -> 2026-11-21T12:05:00Z
			-5 -> null
			99999999 -> null
			soon -> null
			""")
	void readsRetryAfterWithoutAnExplanation(String header, String until) {
		this.headers.set(HttpHeaders.RETRY_AFTER, header);
		assertThat(faultOf(429, "<html>Too many</html>")).hasToString("RateLimited[until=" + until + "]");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			500 -> Unavailable[]
			503 -> Unavailable[]
			301 -> Unexpected[]
			404 -> Unexpected[]
			200 -> Unexpected[]
			""")
	void takesPagesThatAreNoJsonForWhatTheirStatusSays(int status, String fault) {
		assertThat(faultOf(status, "<html><body>Sorry</body></html>")).hasToString(fault);
		assertThat(faultOf(status, "")).hasToString(fault);
	}

	@Test
	void takesAnAnswerForAnAnswer() {
		assertThat(faultOf(200, read("me.json"))).isNull();
	}

	private @Nullable NetworkFault faultOf(int status, String body) {
		return GraphErrors.faultOf(new RemoteAnswer(status, this.headers, Json.read(body)), NOW);
	}

	private static String read(String file) {
		try (InputStream in = Objects.requireNonNull(GraphErrorsTests.class.getResourceAsStream(file), file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
