package io.channelkeeper.network.google;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushReceiver;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRefusedException.Reason;
import io.channelkeeper.network.PushRequest;

/**
 * Google's Cross-Account Protection (RISC): security events in signed tokens. What ends
 * sessions only does not concern us.
 */
@Component
class GooglePushes implements PushReceiver {

	private static final String OAUTH = "https://schemas.openid.net/secevent/oauth/event-type/";

	private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

	/** Google delivers late rather than never; what is kept longer is no delivery. */
	private static final Duration LIFE = Duration.ofDays(7);

	private final SecurityTokens tokens;

	GooglePushes(SecurityTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public ProviderId provider() {
		return GoogleProvider.ID;
	}

	@Override
	public List<String> kinds() {
		return List.of("");
	}

	/** RFC 8935, 2.2. */
	@Override
	public HttpStatus accepted() {
		return HttpStatus.ACCEPTED;
	}

	@Override
	public List<Push> read(PushRequest request, ClientRegistration registration) {
		Json claims = this.tokens.claims(new String(request.body(), StandardCharsets.US_ASCII).strip(),
				registration.getClientId());
		Instant at = request.fresh(claims.moment("iat"), LIFE);
		Json events = claims.object("events");
		if (events == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		List<Push> pushes = new ArrayList<>();
		ended(events.object(OAUTH + "tokens-revoked"), Cause.ACCESS_REVOKED, at, pushes);
		ended(events.object(RISC + "account-purged"), Cause.ACCOUNT_DELETED, at, pushes);
		Json disabled = events.object(RISC + "account-disabled");
		boolean hijacked = disabled != null && "hijacking".equals(disabled.text("reason"));
		ended(disabled, hijacked ? Cause.ACCOUNT_LOCKED : Cause.ACCOUNT_SUSPENDED, at, pushes);
		Json enabled = events.object(RISC + "account-enabled");
		if (enabled != null) {
			pushes.add(new Push.LookAgain(person(enabled)));
		}
		Json revoked = events.object(OAUTH + "token-revoked");
		if (revoked != null) {
			pushes.add(new Push.TokenEnded(new TokenTrace(subject(revoked)), at));
		}
		return pushes;
	}

	private static void ended(@Nullable Json event, Cause cause, Instant at, List<Push> pushes) {
		if (event != null) {
			pushes.add(new Push.AccessEnded(person(event), cause, at));
		}
	}

	private static String person(Json event) {
		String user = subject(event).id("sub");
		if (user == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return user;
	}

	private static Json subject(Json event) {
		Json subject = event.object("subject");
		if (subject == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return subject;
	}

}
