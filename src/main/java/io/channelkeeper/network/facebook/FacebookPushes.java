package io.channelkeeper.network.facebook;

import java.util.List;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushReceiver;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRefusedException.Reason;
import io.channelkeeper.network.PushRequest;

/**
 * Facebook's callbacks: the app was removed by a person or by a page, or a person wants
 * everything deleted.
 */
@Component
class FacebookPushes implements PushReceiver {

	@Override
	public ProviderId provider() {
		return FacebookProvider.ID;
	}

	@Override
	public List<String> kinds() {
		return List.of(SignedRequest.REMOVED, SignedRequest.DELETION);
	}

	@Override
	public List<Push> read(PushRequest request, ClientRegistration registration) {
		SignedRequest signed = SignedRequest.of(request, registration.getClientSecret());
		boolean deletion = request.kind().equals(SignedRequest.DELETION);
		if (signed.user() != null) {
			return List.of(deletion ? new Push.ErasureAsked(signed.user(), signed.issuedAt())
					: new Push.AccessEnded(signed.user(), Cause.ACCESS_REVOKED, signed.issuedAt()));
		}
		if (deletion || signed.page() == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return List
			.of(new Push.ChannelEnded(FacebookNetwork.ID, signed.page(), Cause.ACCESS_REVOKED, signed.issuedAt()));
	}

}
