package io.channelkeeper.invitation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.MailSample;
import io.channelkeeper.mail.MailSample.Audience;
import io.channelkeeper.mail.MailSamples;
import io.channelkeeper.mail.SampleRecipient;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;

/**
 * What mails about invitations look like, with the permissions and the preparation of a
 * network that is set up here.
 */
@Component
@Order(10)
class LetterSamples implements MailSamples {

	/** Taken where it is set up; all of these mails make sense for it. */
	private static final NetworkId EXAMPLE = new NetworkId("instagram");

	private static final EmailAddress ANA = new EmailAddress("ana@example.org");

	private final OrganizationService organizations;

	private final Networks networks;

	private final SignInProviders providers;

	private final MessageSource messages;

	private final BaseUrl baseUrl;

	private final Clock clock;

	LetterSamples(OrganizationService organizations, Networks networks, SignInProviders providers,
			MessageSource messages, BaseUrl baseUrl, Clock clock) {
		this.organizations = organizations;
		this.networks = networks;
		this.providers = providers;
		this.messages = messages;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	@Override
	public List<MailSample> of(SampleRecipient recipient) {
		Letter letter = letter(recipient, List.of("anakocht"));
		Letter renewal = renewing(letter(recipient, List.of("anakocht", "bistro_ana")));
		URI link = this.baseUrl.of("/connect/sample");
		List<MailDraft> toCreators = new ArrayList<>();
		for (String template : List.of("invitation", "reminder")) {
			toCreators.add(InvitationPost.draft(template, ANA, letter, recipient.language(), link));
		}
		for (String template : List.of("renewal", "renewal-reminder")) {
			toCreators.add(InvitationPost.draft(template, ANA, renewal, recipient.language(), link));
		}
		for (LinklessMail linkless : LinklessMail.values()) {
			toCreators.add(InvitationPost.draft(linkless.template(), ANA, letter, recipient.language(), null));
		}
		List<MailSample> samples = new ArrayList<>();
		toCreators.forEach((draft) -> samples.add(new MailSample(Audience.CREATORS, draft)));
		String question = this.messages.getMessage("invitation.mail.sample-question", null, recipient.language());
		samples.add(new MailSample(Audience.MEMBERS, CreatorQuestions.draft(letter, question, ANA)));
		return samples;
	}

	private Letter letter(SampleRecipient recipient, List<String> handles) {
		Creator ana = new Creator(Ids.next(), "Ana Kocht", ANA, recipient.language(), null, new TreeSet<>(), false);
		Member sender = new Member(Ids.next(), Ids.next(), recipient.name(), recipient.email(), Role.MANAGER,
				recipient.language(), recipient.zone(), true);
		List<Network> offered = this.networks.offered();
		Network network = offered.stream()
			.filter((candidate) -> candidate.id().equals(EXAMPLE))
			.findFirst()
			.orElseGet(() -> offered.isEmpty() ? this.networks.all().getFirst() : offered.getFirst());
		return new Letter(this.organizations.get(recipient.organizationId()), sender, ana,
				handles.stream().map((handle) -> channel(network, handle, ana.id())).toList(), null,
				in(Duration.ofDays(14)), null);
	}

	private LetterChannel channel(Network network, String handle, UUID creator) {
		Channel channel = new Channel(Ids.next(), creator, network.id(), ChannelKind.OWNED, handle, null, null, null,
				null, null, null, null, false);
		SignInWay way = this.networks.ways(network.id())
			.stream()
			.findFirst()
			.orElseGet(() -> new SignInWay(network.id(), new ProviderId(network.id().value()), List.of(), List.of(),
					false, false));
		boolean offered = !this.networks.ways(network.id()).isEmpty();
		return new LetterChannel(channel, network.name(), network.show(handle, null), way,
				offered ? this.providers.get(way.provider()).name() : network.name(), List.of());
	}

	private Letter renewing(Letter letter) {
		return letter.renewing(new Renewal(
				letter.channels()
					.stream()
					.map((channel) -> new Renewal.Line(channel.id(), channel.handle(), channel.networkName(), false,
							true, in(Duration.ofDays(10))))
					.toList(),
				letter.organization().zone(), this.clock.instant().atZone(letter.organization().zone()).toLocalDate()));
	}

	private Instant in(Duration time) {
		return this.clock.instant().plus(time);
	}

}
