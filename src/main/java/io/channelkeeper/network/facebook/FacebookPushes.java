package io.channelkeeper.network.facebook;

import java.util.List;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushReceiver;
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
		String page = signed.page();
		if (page == null || request.kind().equals(SignedRequest.DELETION)) {
			return List.of(signed.ofPerson(request));
		}
		return List.of(new Push.ChannelEnded(FacebookNetwork.ID, page, Cause.ACCESS_REVOKED, signed.issuedAt()));
	}

}
