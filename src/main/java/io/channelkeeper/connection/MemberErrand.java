package io.channelkeeper.connection;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.MemberService;
import io.channelkeeper.support.Tenancy;

/**
 * Members who sign in themselves go on to the end of their attempt.
 */
@Component
class MemberErrand implements SignInErrand {

	static final String NAME = "member";

	private final MemberService members;

	MemberErrand(MemberService members) {
		this.members = members;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Whether the member still may is asked of every member's sign-in. */
	@Override
	public boolean stillWanted(SignInStart start) {
		return true;
	}

	/** Who was let out meanwhile reads so without having to sign in. */
	@Override
	public String onward(SignInEnd end) {
		UUID member = end.memberId();
		if (member != null && !this.members.get(member).active()) {
			return "/oauth/callback/over";
		}
		if (end.otherBrowser()) {
			return path(end.channelId()) + "?elsewhere&" + organization();
		}
		String attempt = path(end.channelId()) + "/" + end.attemptId();
		return attempt + ((end.window() != null) ? "/window?" : "?") + organization();
	}

	/** Where whoever waits for the end of an attempt goes on. */
	static String end(SignInAttempt attempt) {
		return path(attempt.channelId()) + "/" + attempt.id() + "?" + organization();
	}

	/** Whoever belongs to several may have gone to another one meanwhile (H-23). */
	private static String organization() {
		return "organization=" + Tenancy.current();
	}

	private static String path(UUID channel) {
		return "/channels/" + channel + "/connect";
	}

}
