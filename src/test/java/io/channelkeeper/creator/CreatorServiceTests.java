package io.channelkeeper.creator;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ApplicationTest
@RecordApplicationEvents
class CreatorServiceTests {

	@Autowired
	CreatorService creators;

	@Autowired
	TestCreators made;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	ApplicationEvents events;

	private Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Bistro");
	}

	@Test
	void keepsWhatWasTyped() {
		Creator ana = get(this.made.ana(this.viewer));
		assertThat(ana.name()).isEqualTo("Ana Kocht");
		assertThat(ana.email()).isEqualTo(new EmailAddress("ana@kocht.example"));
		assertThat(ana.language()).isEqualTo(Locale.GERMAN);
		assertThat(ana.lookedAfterBy()).isEqualTo(this.viewer.memberId());
		assertThat(ana.tags()).containsExactly("Food");
		assertThat(ana.archived()).isFalse();
	}

	@Test
	void keepsHostileNamesAsText() {
		String hostile = "<script>alert(1)</script> '; drop table creator; -- \uD83D\uDC69\u200D\uD83C\uDF73";
		assertThat(get(this.made.named(this.viewer, hostile + "\u202E\u200B")).name()).isEqualTo(hostile);
	}

	@Test
	void editsEverything() {
		UUID ana = this.made.ana(this.viewer);
		within(() -> this.creators.edit(this.viewer, ana,
				new NewCreator("Anna", null, Locale.ENGLISH, null, List.of("Travel", "food"))));
		Creator edited = get(ana);
		assertThat(edited.name()).isEqualTo("Anna");
		assertThat(edited.email()).isNull();
		assertThat(edited.lookedAfterBy()).isNull();
		assertThat(edited.tags()).containsExactly("Food", "Travel");
	}

	@Test
	void writesATagAsItWasWrittenBefore() {
		this.made.ana(this.viewer);
		UUID other = this.made.named(this.viewer, "Ben");
		within(() -> this.creators.tag(this.viewer, List.of(other), " FOOD\u200B"));
		assertThat(get(other).tags()).containsExactly("Food");
		assertThat(Tenancy.within(this.viewer.organizationId(), this.creators::tags)).containsExactly("Food");
	}

	@Test
	void refusesATagThatIsTooLong() {
		UUID ana = this.made.ana(this.viewer);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> within(() -> this.creators.tag(this.viewer, List.of(ana), "x".repeat(41))));
	}

	@Test
	void tellsThatACreatorWasArchivedOnce() {
		UUID ana = this.made.ana(this.viewer);
		within(() -> this.creators.archive(this.viewer, ana, true));
		within(() -> this.creators.archive(this.viewer, ana, false));
		assertThat(get(ana).archived()).isTrue();
		assertThat(this.events.stream(CreatorArchived.class).filter((event) -> event.creatorId().equals(ana)))
			.containsExactly(new CreatorArchived(this.viewer.organizationId(), ana, true));
		within(() -> this.creators.restore(this.viewer, ana));
		assertThat(get(ana).archived()).isFalse();
	}

	@Test
	void findsACreatorByAddressInAnyCase() {
		UUID ana = this.made.ana(this.viewer);
		assertThat(Tenancy.within(this.viewer.organizationId(),
				() -> this.creators.byEmail(new EmailAddress("ANA@kocht.example"))))
			.hasValueSatisfying((creator) -> assertThat(creator.id()).isEqualTo(ana));
	}

	@Test
	void neverShowsAnotherOrganizationsCreator() {
		UUID ana = this.made.ana(this.organizations.make("Other"));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> get(ana));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> within(() -> this.creators.archive(this.viewer, ana, false)));
		assertThat(Tenancy.within(this.viewer.organizationId(), this.creators::tags)).isEmpty();
	}

	@Test
	void refusesAnotherOrganizationsMember() {
		Viewer other = this.organizations.make("Other");
		NewCreator wanted = new NewCreator("Ana", null, Locale.ENGLISH, other.memberId(), List.of());
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.made.add(this.viewer, wanted));
	}

	private Creator get(UUID id) {
		return Tenancy.within(this.viewer.organizationId(), () -> this.creators.get(id));
	}

	private void within(Runnable work) {
		Tenancy.within(this.viewer.organizationId(), work);
	}

}
