package io.channelkeeper.browser;

import java.awt.Color;
import java.util.Base64;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.CreatorPictures;
import io.channelkeeper.picture.TestPictures;
import io.channelkeeper.support.Tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members give a creator another picture, at a desk and on a phone.
 */
@BrowserTest
class PictureUploadTests {

	private static final String DROP = """
			(target, base64) => {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				const data = new DataTransfer();
				data.items.add(new File([bytes], 'ana.jpg', { type: 'image/jpeg' }));
				for (const type of ['dragover', 'drop']) {
					target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
				}
			}""";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	CreatorPictures pictures;

	@Test
	@DisplayName("P-13, P-15: uploaded by click and by drop, cut to a square, seen by the team")
	void uploadsByClickAndByDrop(Browsing browsing) {
		Viewer admin = this.organizations.make("Bistro");
		UUID ana = this.creators.ana(admin);
		Page desk = browsing.desk("en");
		browsing.signIn(desk, admin.email(), TestOrganizations.PASSWORD);
		desk.navigate("/portfolio");
		desk.locator("a[href='/creators/" + ana + "/picture']").click();
		desk.onFileChooser((chooser) -> chooser
			.setFiles(new FilePayload("ana.png", "image/png", TestPictures.plain(Color.RED, 900, 600, "png"))));
		desk.locator("[data-picture-drop]").click();
		Locator square = desk.locator("[data-picture-square]");
		assertThat(square).isVisible();
		moveLeft(desk, square);
		assertThat(desk.locator("[name=left]")).hasValue("0");
		desk.locator("#part").press("Home");
		assertThat(desk.locator("[name=size]")).hasValue("0.1");
		desk.locator("#part").press("End");
		browsing.check(desk, "picture-crop");
		desk.getByText("Upload picture").click();
		desk.waitForURL("**/creators/" + ana);
		String first = picture(admin, ana);
		assertThat(desk.locator(".creator-who img")).hasAttribute("src", first);

		Viewer mia = this.organizations.member(admin, Role.MARKETER);
		this.organizations.speak(mia, "de");
		Page phone = browsing.phone("de");
		browsing.signIn(phone, mia.email(), TestOrganizations.PASSWORD);
		phone.navigate("/portfolio");
		assertThat(phone.locator("a[href='/creators/" + ana + "/picture'] img")).hasAttribute("src", first);
		phone.locator("a[href='/creators/" + ana + "/picture']").click();
		phone.waitForURL("**/creators/" + ana + "/picture");
		phone.locator("[data-picture-drop]")
			.evaluate(DROP, Base64.getEncoder().encodeToString(TestPictures.plain(Color.BLUE, 600, 900, "jpeg")));
		assertThat(phone.locator("[data-picture-square]")).isVisible();
		browsing.checkFits(phone);
		phone.getByText("Bild hochladen").click();
		phone.waitForURL("**/creators/" + ana);
		assertThat(picture(admin, ana)).isNotEqualTo(first);
		assertThat(phone.locator(".creator-who img")).hasAttribute("src", picture(admin, ana));
	}

	/** As far as it goes, from the middle. */
	private static void moveLeft(Page page, Locator square) {
		BoundingBox box = square.boundingBox();
		double y = box.y + box.height / 2;
		page.mouse().move(box.x + box.width / 2, y);
		page.mouse().down();
		page.mouse().move(box.x - 200, y);
		page.mouse().up();
	}

	private String picture(Viewer viewer, UUID creator) {
		return String.valueOf(Tenancy.within(viewer.organizationId(), () -> this.pictures.standing(creator)).address());
	}

}
