package io.channelkeeper.warning;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Role;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.Tenancy;

/**
 * The page where a member can do something for a channel: sign in where that is possible,
 * else the channel's card, where whoever can is asked.
 */
@Component
class ActLinks {

	private final BaseUrl baseUrl;

	ActLinks(BaseUrl baseUrl) {
		this.baseUrl = baseUrl;
	}

	/**
	 * The address for a mail to a member of the bound organization.
	 * @param creator whose the channel is
	 * @param byCreator whether the creator connected it, and has to do so again
	 */
	String to(Member member, UUID channel, UUID creator, boolean byCreator) {
		UUID organization = Tenancy.current();
		return (byCreator || member.role() == Role.MARKETER)
				? this.baseUrl.of("/creators/" + creator, organization) + "#channel-" + channel
				: this.baseUrl.of("/channels/" + channel + "/connect", organization).toString();
	}

}
