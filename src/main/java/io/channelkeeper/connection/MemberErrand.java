package io.channelkeeper.connection;

import org.springframework.stereotype.Component;

/**
 * Members who sign in themselves go on to the end of their attempt.
 */
@Component
class MemberErrand implements SignInErrand {

	static final String NAME = "member";

	@Override
	public String name() {
		return NAME;
	}

	/** Whether the member still may is asked of every member's sign-in. */
	@Override
	public boolean stillWanted(SignInStart start) {
		return true;
	}

	@Override
	public String onward(SignInEnd end) {
		String channel = "/channels/" + end.channelId() + "/connect";
		return end.otherBrowser() ? channel + "?elsewhere" : channel + "/" + end.attemptId();
	}

}
