package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.MailSample;
import io.channelkeeper.mail.MailSample.Audience;
import io.channelkeeper.mail.MailSamples;
import io.channelkeeper.mail.SampleRecipient;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Role;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;

/**
 * What mails look like that tell members of something.
 */
@Component
@Order(20)
class NoticeMailSamples implements MailSamples {

	private final InterruptionMail interruption;

	private final RequestMail request;

	private final MailWords words;

	private final Networks networks;

	private final BaseUrl baseUrl;

	private final Clock clock;

	NoticeMailSamples(InterruptionMail interruption, RequestMail request, MailWords words, Networks networks,
			BaseUrl baseUrl, Clock clock) {
		this.interruption = interruption;
		this.request = request;
		this.words = words;
		this.networks = networks;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	@Override
	public List<MailSample> of(SampleRecipient recipient) {
		Member member = member(recipient, recipient.name(), recipient.email());
		return List.of(sample(interruption(member)), sample(request(recipient, member)));
	}

	private MailDraft interruption(Member member) {
		UUID ana = Ids.next();
		return this.interruption.draft(member,
				List.of(interrupted(ana, "Ana Kocht", "anakocht", ConnectionState.INVALID),
						interrupted(ana, "Ana Kocht", "bistro_ana", ConnectionState.EXPIRED),
						interrupted(Ids.next(), "Dario Conti", "dariocooks", ConnectionState.EXPIRED)));
	}

	private InterruptedChannel interrupted(UUID creator, String name, String handle, ConnectionState state) {
		return new InterruptedChannel(Ids.next(), creator, name, network().id(), handle, null, state,
				(state == ConnectionState.INVALID) ? Cause.PASSWORD_CHANGED : null, null, ago(Duration.ofHours(7)),
				WarningReason.TEAM);
	}

	private MailDraft request(SampleRecipient recipient, Member member) {
		Network network = network();
		MailWords.Words words = this.words.to(member);
		String state = words.text("mail.reconnect-request.interrupted", words.why(ConnectionState.EXPIRED, null, null),
				words.day(ago(Duration.ofDays(2))));
		Member asker = member(recipient, "Mia Keller", new EmailAddress("mia@example.org"));
		return this.request.draft(asker, member,
				new RequestMail.Said(network.show("anakocht", null), network.name(), "Ana Kocht", state,
						words.text("mail.reconnect-request.why.connected", words.day(ago(Duration.ofDays(62)))),
						"/connections/reconnect"));
	}

	private MailSample sample(MailDraft draft) {
		return new MailSample(Audience.MEMBERS, draft.unsubscribable(this.baseUrl.of("/unsubscribe/sample")));
	}

	private Network network() {
		return this.networks.offered().stream().findFirst().orElseGet(() -> this.networks.all().getFirst());
	}

	private Instant ago(Duration time) {
		return this.clock.instant().minus(time);
	}

	private static Member member(SampleRecipient recipient, String name, EmailAddress email) {
		return new Member(Ids.next(), Ids.next(), name, email, Role.MANAGER, recipient.language(), recipient.zone(),
				true);
	}

}
