package io.channelkeeper.network.x;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import io.channelkeeper.network.CallBudget;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * networks.md, section 6 and 0.2.
 */
class XErrorsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private final XReading reading = new XReading();

	@ParameterizedTest
	@DisplayName("N-5, N-6: each documented refusal has one meaning")
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`',
			textBlock = """
					401 {"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"} -> TokenRejected[cause=TOKEN_REJECTED]
					400 {"error":"invalid_request","error_description":"Value passed for the token was invalid."} -> TokenRejected[cause=TOKEN_REJECTED]
					400 {"error":"invalid_request","error_description":"Value passed for the authorization code was invalid."} -> TokenRejected[cause=TOKEN_REJECTED]
					400 {"error":"invalid_grant"} -> TokenRejected[cause=TOKEN_REJECTED]
					400 {"error":"invalid_request","error_description":"Missing required parameter [code_verifier]."} -> Unexpected[]
					401 {"error":"unauthorized_client","error_description":"Missing valid authorization header"} -> Unexpected[]
					401 {"error":"invalid_client"} -> Unexpected[]
					503 {"error":"temporarily_unavailable"} -> Unavailable[]
					400 {"error":"temporarily_unavailable"} -> Unavailable[]
					403 {"title":"Client Forbidden","type":"https://api.x.com/2/problems/client-forbidden","status":403,"detail":"x"} -> Unexpected[]
					403 {"title":"Unsupported Authentication","type":"https://api.x.com/2/problems/unsupported-authentication","status":403} -> Unexpected[]
					403 {"title":"Forbidden","type":"about:blank","status":403,"detail":"Forbidden"} -> PermissionMissing[permission=null]
					403 {"title":"Forbidden","type":"https://api.x.com/2/problems/not-authorized-for-resource","status":403} -> Unexpected[]
					403 {"title":"Forbidden","type":"about:blank","detail":"Your account is suspended and is not permitted to access this feature."} -> TokenRejected[cause=ACCOUNT_SUSPENDED]
					403 {"title":"Forbidden","type":"about:blank","detail":"This account is temporarily locked."} -> TokenRejected[cause=ACCOUNT_LOCKED]
					402 {"title":"CreditsDepleted","type":"https://api.x.com/2/problems/credits","status":402,"detail":"x"} -> RateLimited[until=null]
					402 <html> -> RateLimited[until=null]
					429 {"errors":[{"code":88,"message":"Rate limit exceeded"}]} -> RateLimited[until=null]
					200 {"errors":[{"code":88,"message":"Rate limit exceeded"}]} -> RateLimited[until=null]
					429 Too Many Requests -> RateLimited[until=null]
					400 {"title":"UsageCapExceeded","type":"https://api.x.com/2/problems/usage-capped"} -> RateLimited[until=null]
					403 {"errors":[{"code":326,"message":"To protect our users this account is temporarily locked."}]} -> TokenRejected[cause=ACCOUNT_LOCKED]
					403 {"errors":[{"code":"64","message":"Your account is suspended."}]} -> TokenRejected[cause=ACCOUNT_SUSPENDED]
					401 {"errors":[{"code":32,"message":"Could not authenticate you."}]} -> TokenRejected[cause=TOKEN_REJECTED]
					401 {"errors":[{"code":89,"message":"Invalid or expired token."}]} -> TokenRejected[cause=TOKEN_REJECTED]
					503 {"errors":[{"code":130,"message":"Over capacity"}]} -> Unavailable[]
					500 {"errors":[{"code":89,"message":"Invalid or expired token."}]} -> Unavailable[]
					503 {"title":"Unauthorized","status":401} -> Unavailable[]
					401 <html><body>Sorry</body></html> -> Unexpected[]
					403 <html><body>Just a moment</body></html> -> Unexpected[]
					404 {"title":"Not Found Error","type":"https://api.x.com/2/problems/resource-not-found"} -> ChannelLost[cause=ACCOUNT_DELETED]
					404 {} -> Unexpected[]
					200 {"errors":[{"resource_id":"9","title":"Not Found Error","type":"https://api.x.com/2/problems/resource-not-found"}]} -> ChannelLost[cause=ACCOUNT_DELETED]
					200 {"errors":[{"detail":"User has been suspended: [x].","title":"Forbidden","type":"https://api.x.com/2/problems/resource-not-found"}]} -> ChannelLost[cause=ACCOUNT_SUSPENDED]
					200 {"errors":[]} -> Unexpected[]
					200 {"data":{"id":"2"},"errors":[{"title":"Not Found Error","type":"https://api.x.com/2/problems/resource-not-found"}]} -> null
					200 {"data":{"id":"2"}} -> null
					200 {"revoked":true} -> null
					204 - -> null
					200 - -> Unexpected[]
					""")
	void translatesEachRefusal(String answer, String fault) {
		assertThat(String.valueOf(this.reading.faultOf(answer(answer, new HttpHeaders()), NOW))).isEqualTo(fault);
	}

	@Test
	void knowsWhenALimitBeginsAnew() {
		HttpHeaders headers = limit("0", "1795263300");
		assertThat(this.reading.faultOf(answer("429 {\"title\":\"Too Many Requests\"}", headers), NOW))
			.isEqualTo(new NetworkFault.RateLimited(Instant.ofEpochSecond(1795263300)));
		HttpHeaders other = new HttpHeaders();
		other.set("Retry-After", "120");
		assertThat(this.reading.faultOf(answer("429 -", other), NOW))
			.isEqualTo(new NetworkFault.RateLimited(NOW.plusSeconds(120)));
	}

	@Test
	void believesNoLimitWithoutSense() {
		for (String reset : new String[] { "0", "-1", "99999999999", "soon", "1795262400000" }) {
			assertThat(this.reading.faultOf(answer("429 -", limit("0", reset)), NOW))
				.isEqualTo(new NetworkFault.RateLimited(null));
		}
	}

	@Test
	void countsWhatIsLeft() {
		assertThat(budget(limit("30", "1795263300")))
			.isEqualTo(new CallBudget(60, 30L, Instant.ofEpochSecond(1795263300)));
		assertThat(budget(limit("80", "soon"))).isEqualTo(new CallBudget(null, 80L, null));
		assertThat(budget(new HttpHeaders())).isNull();
		assertThat(budget(limit("many", "1795263300"))).isNull();
	}

	@Test
	void tellsTheOperatorThatCreditsAreUsedUp() {
		assertThat(this.reading.describe(answer("402 {\"title\":\"CreditsDepleted\"}", new HttpHeaders())))
			.contains("credits at X are used up");
	}

	private @Nullable CallBudget budget(HttpHeaders headers) {
		return this.reading.budgetOf(answer("200 {}", headers), NOW);
	}

	private static HttpHeaders limit(String left, String reset) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("x-rate-limit-limit", "75");
		headers.set("x-rate-limit-remaining", left);
		headers.set("x-rate-limit-reset", reset);
		return headers;
	}

	private static RemoteAnswer answer(String answer, HttpHeaders headers) {
		return new RemoteAnswer(Integer.parseInt(answer.substring(0, 3)), headers,
				Json.read(answer.substring(4).getBytes(StandardCharsets.UTF_8)));
	}

}
