package io.channelkeeper.browser;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.ApplicationContext;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.invitation.InvitedWay;
import io.channelkeeper.invitation.NewInvitation;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

/**
 * A creator who was just sent an invitation for one channel.
 *
 * @param marketer who invited
 * @param creator the creator's id
 * @param channel the channel's id
 * @param email where the mail went
 */
record Invited(Viewer marketer, UUID creator, UUID channel, String email) {

	/** The way that most tests invite to: Instagram through a Facebook page. */
	private static final InvitedBy USUAL = new InvitedBy("instagram", "facebook");

	/**
	 * Invites somebody, for an organization of the creator's own and of the same
	 * language.
	 */
	static Invited to(ApplicationContext context, String handle, String language) {
		return by(manager(context, language), context, handle, language);
	}

	/** The same for a channel of any network, through any provider. */
	static Invited at(String network, String provider, ApplicationContext context, String handle, String language) {
		return invite(manager(context, language), context, handle, language, new InvitedBy(network, provider));
	}

	/** Invites somebody in a member's name. */
	static Invited by(Viewer member, ApplicationContext context, String handle, String language) {
		return invite(member, context, handle, language, USUAL);
	}

	private static Viewer manager(ApplicationContext context, String language) {
		TestOrganizations organizations = context.getBean(TestOrganizations.class);
		Viewer manager = organizations.member(organizations.make("Lumen Social"), Role.MANAGER);
		organizations.speak(manager, language);
		return manager;
	}

	private static Invited invite(Viewer member, ApplicationContext context, String handle, String language,
			InvitedBy way) {
		String email = "creator." + Ids.next() + "@creators.example";
		Locale locale = Locale.forLanguageTag(language);
		UUID creator = context.getBean(TestCreators.class)
			.add(member, new NewCreator("Creator " + handle.replace(':', ' '), new EmailAddress(email), locale,
					member.memberId(), List.of()));
		UUID channel = context.getBean(TestChannels.class)
			.add(member, creator, TestChannels.address(way.network(), handle));
		InvitationService invitations = context.getBean(InvitationService.class);
		Tenancy.within(member.organizationId(), () -> {
			invitations.send(member,
					invitations.create(member,
							new NewInvitation(creator, List.of(new InvitedWay(channel, new ProviderId(way.provider()))),
									new EmailAddress(email), locale, null, null)));
			return true;
		});
		return new Invited(member, creator, channel, email);
	}

	/**
	 * The way that somebody is invited to go.
	 *
	 * @param network where the channel lives
	 * @param provider who signs the creator in
	 */
	private record InvitedBy(String network, String provider) {
	}

}
