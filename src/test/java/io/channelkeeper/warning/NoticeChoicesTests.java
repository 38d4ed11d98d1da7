package io.channelkeeper.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What members can choose to hear of, and who is told accordingly.
 */
@ApplicationTest
class NoticeChoicesTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	NoticeChoices choices;

	@Autowired
	NoticeService notices;

	private Viewer admin;

	private Viewer mia;

	private UUID ana;

	private UUID ben;

	@BeforeEach
	void letMiaLookAfterAna() {
		this.admin = this.organizations.make("Atelier");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.ana = this.rows.creator(this.admin, "Ana Kocht", this.mia.memberId());
		this.ben = this.rows.creator(this.admin, "Ben");
	}

	@Test
	@DisplayName("M-32: who never chose hears of all creators; what admins alone hear of only they choose")
	void beginsWithAllCreators() {
		assertThat(this.choices.of(this.admin)).allMatch((choice) -> choice.scope() == NoticeScope.ALL)
			.extracting(NoticeChoice::kind)
			.containsAll(Arrays.asList(NoticeKind.values()));
		assertThat(this.choices.of(this.mia)).extracting(NoticeChoice::kind)
			.contains(NoticeKind.EXPIRING, NoticeKind.INTERRUPTED, NoticeKind.OWN_INTERRUPTED, NoticeKind.REQUESTS)
			.doesNotContain(NoticeKind.NETWORK_TROUBLE, NoticeKind.UNDELIVERED);
	}

	@Test
	@DisplayName("M-33: each kind and each way is chosen by itself, for this organization alone")
	void keepsEachChoiceApart() {
		Viewer elsewhere = this.organizations.alsoIn(this.mia, this.organizations.make("Bistro"), Role.MARKETER);
		List<NoticeChoice> before = this.choices.of(this.mia);
		choose(this.mia, "EXPIRING.MAIL.NONE");
		choose(this.mia, "EXPIRING.MAIL.MINE");
		choose(this.mia, "INTERRUPTED.PRODUCT.NONE");
		assertThat(this.choices.of(this.mia)).hasSameSizeAs(before)
			.filteredOn((choice) -> choice.scope() != NoticeScope.ALL)
			.containsExactlyInAnyOrder(NoticeChoice.valueOf("EXPIRING.MAIL.MINE"),
					NoticeChoice.valueOf("INTERRUPTED.PRODUCT.NONE"));
		assertThat(this.choices.of(elsewhere)).allMatch((choice) -> choice.scope() == NoticeScope.ALL);
		assertThat(this.choices.of(this.admin)).allMatch((choice) -> choice.scope() == NoticeScope.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NETWORK_TROUBLE.PRODUCT.NONE", "UNDELIVERED.PRODUCT.NONE", "INVITATIONS.MAIL.NONE" })
	void refusesWhatIsNotOffered(String choice) {
		assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> this.choices.choose(this.mia,
				List.of(NoticeChoice.valueOf("EXPIRING.MAIL.NONE"), NoticeChoice.valueOf(choice))));
		assertThat(this.choices.of(this.mia)).allMatch((each) -> each.scope() == NoticeScope.ALL);
	}

	@Test
	void networksAreNobodys() {
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> choose(this.admin, "NETWORK_TROUBLE.PRODUCT.MINE"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "EXPIRING", "EXPIRING.MAIL", "EXPIRING.MAIL.SOME", "EXPIRING.MAIL.NONE.", "x.y.z" })
	void readsNothingElse(String sent) {
		assertThatIllegalArgumentException().isThrownBy(() -> NoticeChoice.valueOf(sent));
	}

	@Test
	@DisplayName("B-21: only of those whom the member looks after, or of nobody")
	void tellsOnlyOfOnesOwn() {
		choose(this.mia, "INVITATIONS.PRODUCT.MINE");
		choose(this.admin, "INVITATIONS.PRODUCT.MINE");
		assertThat(tell(NoticeKind.INVITATIONS, this.ana)).containsExactly(this.mia.memberId());
		assertThat(tell(NoticeKind.INVITATIONS, this.ana, this.ben)).containsExactly(this.mia.memberId());
		assertThat(tell(NoticeKind.INVITATIONS, this.ben)).isEmpty();
		assertThat(tell(NoticeKind.INVITATIONS)).isEmpty();
		assertThat(tell(NoticeKind.RESTORED, this.ben)).containsExactlyInAnyOrder(this.mia.memberId(),
				this.admin.memberId());
		choose(this.mia, "INVITATIONS.PRODUCT.NONE");
		assertThat(tell(NoticeKind.INVITATIONS, this.ana)).isEmpty();
		assertThat(Tenancy.within(this.mia.organizationId(), () -> this.notices.unread(this.mia))).isEqualTo(3);
	}

	@Test
	void whatIsChosenForMailsLeavesNoticesAlone() {
		choose(this.mia, "REQUESTS.MAIL.NONE");
		assertThat(tell(NoticeKind.REQUESTS, this.ana)).contains(this.mia.memberId());
		assertThat(taking(this.mia)).isEmpty();
		assertThat(taking(this.admin)).containsExactly(this.admin.memberId());
		assertThat(taking(this.organizations.make("Bistro"))).isEmpty();
	}

	private void choose(Viewer viewer, String choice) {
		this.choices.choose(viewer, List.of(NoticeChoice.valueOf(choice)));
	}

	private Set<UUID> taking(Viewer viewer) {
		return Tenancy.within(this.admin.organizationId(), () -> this.choices.taking(Set.of(viewer.memberId()),
				NoticeKind.REQUESTS, NoticeWay.MAIL, Set.of(this.ana)));
	}

	private Set<UUID> tell(NoticeKind kind, UUID... creators) {
		return Tenancy.within(this.admin.organizationId(), () -> this.notices.tellTeam(
				new NoticeDraft(kind, "warning.declined", List.of("Ana"), "/portfolio", null).about(Set.of(creators))));
	}

}
