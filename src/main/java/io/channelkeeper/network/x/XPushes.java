package io.channelkeeper.network.x;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushReceiver;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRefusedException.Reason;
import io.channelkeeper.network.PushRequest;
import io.channelkeeper.network.PushSignature;

/**
 * X's webhook, of the X Activity API and of the Account Activity API. Now and then X asks
 * whether we have the consumer secret, which also signs what it tells.
 */
@Component
class XPushes implements PushReceiver {

	private static final String SHA256 = "sha256=";

	/** Nobody documents how long X tries again; what is kept longer is no retry. */
	private static final Duration LIFE = Duration.ofDays(3);

	private final XProperties properties;

	XPushes(XProperties properties) {
		this.properties = properties;
	}

	@Override
	public ProviderId provider() {
		return XProvider.ID;
	}

	@Override
	public List<String> kinds() {
		return List.of("");
	}

	@Override
	public boolean isConfigured() {
		return StringUtils.hasText(this.properties.consumerSecret());
	}

	@Override
	public List<Push> read(PushRequest request, ClientRegistration registration) {
		String secret = String.valueOf(this.properties.consumerSecret());
		if (request.question()) {
			return List.of(new Push.Question(Map.of("response_token", proof(request.parameter("crc_token"), secret))));
		}
		verify(request, secret);
		Json body = request.json();
		Json data = body.object("data");
		if (data != null) {
			return "oauth.revoke".equals(data.text("event_type")) ? ended(request, data.object("payload"), null)
					: List.of();
		}
		Json event = body.object("user_event");
		Json revoke = (event != null) ? event.object("revoke") : null;
		return (revoke != null) ? ended(request, revoke, revoke.object("source")) : List.of();
	}

	private static String proof(@Nullable String token, String secret) {
		if (token == null || token.isEmpty()) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return SHA256
				+ Base64.getEncoder().encodeToString(PushSignature.of(token.getBytes(StandardCharsets.UTF_8), secret));
	}

	private static void verify(PushRequest request, String secret) {
		String header = request.headers().getFirst("x-twitter-webhooks-signature");
		if (header == null || !header.startsWith(SHA256)) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		try {
			byte[] signature = Base64.getDecoder().decode(header.substring(SHA256.length()));
			PushSignature.require(signature, request.body(), secret);
		}
		catch (IllegalArgumentException ex) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
	}

	/** Who it was stands beside the time, or in an object of its own. */
	private static List<Push> ended(PushRequest request, @Nullable Json facts, @Nullable Json source) {
		Json who = (source != null) ? source : facts;
		String user = (who != null) ? who.id("user_id") : null;
		if (user == null || facts == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		Instant at = request.fresh(moment(facts.text("date_time")), LIFE);
		return List.of(new Push.AccessEnded(user, Cause.ACCESS_REVOKED, at));
	}

	private static @Nullable Instant moment(@Nullable String text) {
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
