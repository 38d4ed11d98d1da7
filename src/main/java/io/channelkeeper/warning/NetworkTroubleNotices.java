package io.channelkeeper.warning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.AccessReturnGivenUp;
import io.channelkeeper.connection.NetworkTroubled;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;

/**
 * Tells the admins that a network is in trouble and when it is over, in place of a mail
 * for every channel (B-7), and that access could not be given back there.
 */
@Component
class NetworkTroubleNotices {

	private static final String PAGE = "/admin/networks";

	private final NoticeService notices;

	private final MemberService members;

	private final SignInProviders providers;

	NetworkTroubleNotices(NoticeService notices, MemberService members, SignInProviders providers) {
		this.notices = notices;
		this.members = members;
		this.providers = providers;
	}

	@EventListener
	void on(NetworkTroubled news) {
		UUID trouble = UUID.nameUUIDFromBytes((news.provider() + "/" + news.since()).getBytes(StandardCharsets.UTF_8));
		if (news.begun()) {
			tell("warning.trouble", news.provider(), trouble, NoticeArgument.moment(news.since()));
		}
		else {
			tell("warning.trouble-over", news.provider(), trouble);
		}
	}

	@EventListener
	void on(AccessReturnGivenUp givenUp) {
		tell("warning.access-kept", givenUp.provider(), givenUp.returnId());
	}

	private void tell(String key, ProviderId provider, UUID subject, String... more) {
		List<String> arguments = new ArrayList<>(List.of(more));
		arguments.addFirst(NoticeArgument.text(this.providers.get(provider).name()));
		this.notices.tell(this.members.admins().stream().map(Member::id).toList(),
				new NoticeDraft(NoticeKind.NETWORK_TROUBLE, key, arguments, PAGE + "#" + provider, subject));
	}

}
