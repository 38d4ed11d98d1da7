package io.channelkeeper.network.tiktok;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

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
import io.channelkeeper.network.PushSignature;

/**
 * TikTok's one webhook, which hears of everything; only the end of an authorization is
 * listened to (TikTok, Webhooks).
 */
@Component
class TikTokPushes implements PushReceiver {

	private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),\\s*s=([0-9a-fA-F]{64})");

	/** TikTok tries again for 72 hours. */
	private static final Duration LIFE = Duration.ofHours(73);

	@Override
	public ProviderId provider() {
		return TikTokProvider.ID;
	}

	@Override
	public List<String> kinds() {
		return List.of("");
	}

	@Override
	public List<Push> read(PushRequest request, ClientRegistration registration) {
		Instant signedAt = verify(request, registration.getClientSecret());
		Json event = request.json();
		if (!registration.getClientId().equals(event.text("client_key"))) {
			throw new PushRefusedException(Reason.NOT_FOR_US);
		}
		if (!"authorization.removed".equals(event.text("event"))) {
			return List.of();
		}
		String user = event.id("user_openid");
		Instant said = event.moment("create_time");
		if (user == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		Instant at = (said != null && said.isBefore(signedAt)) ? said : signedAt;
		return List.of(new Push.AccessEnded(user, cause(event), at));
	}

	private static Instant verify(PushRequest request, String secret) {
		String header = request.headers().getFirst("TikTok-Signature");
		Matcher parts = SIGNATURE.matcher((header != null) ? header.strip() : "");
		if (!parts.matches()) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		byte[] start = (parts.group(1) + ".").getBytes(StandardCharsets.US_ASCII);
		byte[] message = new byte[start.length + request.body().length];
		System.arraycopy(start, 0, message, 0, start.length);
		System.arraycopy(request.body(), 0, message, start.length, request.body().length);
		PushSignature.require(HexFormat.of().parseHex(parts.group(2)), message, secret);
		return request.fresh(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), LIFE);
	}

	/** The reason stands in a text that is JSON again. */
	private static Cause cause(Json event) {
		Json content = event.object("content");
		Long reason = number((content != null) ? content : Json.read(event.text("content")));
		if (reason == null) {
			return Cause.TOKEN_REJECTED;
		}
		return switch (reason.intValue()) {
			case 1 -> Cause.ACCESS_REVOKED;
			case 2 -> Cause.ACCOUNT_DELETED;
			case 3 -> Cause.ACCOUNT_RESTRICTED;
			case 4 -> Cause.ACCOUNT_SUSPENDED;
			default -> Cause.TOKEN_REJECTED;
		};
	}

	private static @Nullable Long number(@Nullable Json content) {
		return (content != null) ? content.number("reason") : null;
	}

}
