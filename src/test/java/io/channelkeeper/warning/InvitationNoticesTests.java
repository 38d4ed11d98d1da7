package io.channelkeeper.warning;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ChannelOffered;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationConfirmed;
import io.channelkeeper.invitation.InvitationDeclined;
import io.channelkeeper.invitation.InvitationStuck;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class InvitationNoticesTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	NoticeService notices;

	@Autowired
	NoticeTexts texts;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	private final UUID invitation = Ids.next();

	Viewer admin;

	UUID ana;

	UUID channel;

	@BeforeEach
	void inviteAna() {
		this.admin = this.organizations.make("Bistro");
		this.ana = this.creators.ana(this.admin);
		this.channel = this.channels.instagram(this.admin, this.ana, "anakocht");
	}

	@Test
	void wholeTeamHearsWhatWasConnected() {
		Viewer marketer = this.organizations.member(this.admin, Role.MARKETER);
		publish(new InvitationConfirmed(this.admin.organizationId(), this.invitation, this.ana, 1));
		publish(new InvitationConfirmed(this.admin.organizationId(), this.invitation, this.ana, 2));

		assertThat(read(this.admin, Locale.ENGLISH)).containsExactly("Ana Kocht connected 2 channels");
		assertThat(read(marketer, Locale.GERMAN)).containsExactly("Ana Kocht hat 2 Kanäle verbunden");
	}

	@Test
	void everyDiagnosisReadsInBothLanguages() {
		for (DiagnosisKind kind : DiagnosisKind.values()) {
			publish(stuck(Diagnosis.of(kind)));
			assertThat(read(this.admin, Locale.ENGLISH).getFirst()).startsWith("Ana Kocht is stuck: ");
			assertThat(read(this.admin, Locale.GERMAN).getFirst()).startsWith("Ana Kocht kommt nicht weiter: ");
		}
	}

	@Test
	void namesWhatWasMissing() {
		publish(stuck(Diagnosis.of(DiagnosisKind.OTHER_ACCOUNT, "actual", "@ana.private")));

		assertThat(read(this.admin, Locale.ENGLISH)).containsExactly("Ana Kocht is stuck: other account: @ana.private");
	}

	@Test
	void namesWhomTheCreatorTriedToSignInWith() {
		publish(stuck(Diagnosis.of(DiagnosisKind.STOPPED)));

		assertThat(read(this.admin, Locale.ENGLISH)).containsExactly("Ana Kocht is stuck: stopped at Facebook");
	}

	@Test
	void tellsWhoSaidNo() {
		UUID organization = this.admin.organizationId();
		publish(new InvitationDeclined(organization, this.invitation, this.ana, null, "No time"));
		publish(new InvitationDeclined(organization, this.invitation, this.ana, this.channel, null));

		assertThat(read(this.admin, Locale.ENGLISH)).containsExactly("Ana Kocht says: @anakocht is not my channel",
				"Ana Kocht declined the invitation");
	}

	@Test
	void tellsOfAnotherChannelOffered() {
		publish(new ChannelOffered(this.admin.organizationId(), this.ana, Ids.next(), "@bistro_ana"));

		assertThat(read(this.admin, Locale.ENGLISH)).containsExactly("Ana Kocht offers @bistro_ana as another channel");
	}

	private InvitationStuck stuck(Diagnosis diagnosis) {
		return new InvitationStuck(this.admin.organizationId(), this.invitation, this.ana, this.channel,
				new ProviderId("facebook"), diagnosis);
	}

	private void publish(Object event) {
		Tenancy.within(this.admin.organizationId(),
				() -> this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

	private List<String> read(Viewer viewer, Locale language) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.open(viewer))
			.stream()
			.map((notice) -> this.texts.text(notice, language, viewer.zone()))
			.toList();
	}

}
