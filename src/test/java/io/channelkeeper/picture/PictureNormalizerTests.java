package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureNormalizerTests {

	/** 16 × 16 pixels of one colour, lossless. */
	private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvD8ADEAcQERGIiP4HAA==";

	private final PictureNormalizer normalizer = new PictureNormalizer();

	@ParameterizedTest
	@ValueSource(strings = { "jpeg", "png", "gif" })
	void makesSquaresOfBothSizes(String format) throws IOException {
		NormalizedPicture picture = this.normalizer.normalize(TestPictures.plain(Color.RED, 1400, 700, format));

		for (int size : NormalizedPicture.SIZES) {
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.content(size)));
			assertThat(image.getWidth()).isEqualTo(size);
			assertThat(image.getHeight()).isEqualTo(size);
			assertThat(new Color(image.getRGB(size / 2, size / 2)).getRed()).isGreaterThan(240);
		}
	}

	@Test
	void readsWebp() {
		assertThat(this.normalizer.normalize(Base64.getDecoder().decode(WEBP)).content(512)).isNotEmpty();
	}

	@Test
	void doesNotEnlarge() throws IOException {
		byte[] content = this.normalizer.normalize(TestPictures.plain(Color.BLUE, 120, 200, "png")).content(512);

		assertThat(ImageIO.read(new ByteArrayInputStream(content)).getWidth()).isEqualTo(120);
	}

	@Test
	void putsWhatIsSeeThroughOnWhite() throws IOException {
		byte[] content = this.normalizer.normalize(TestPictures.seeThrough(100)).content(96);

		assertThat(ImageIO.read(new ByteArrayInputStream(content)).getRGB(50, 50)).isEqualTo(Color.WHITE.getRGB());
	}

	@Test
	void namesEqualPicturesEqually() {
		byte[] source = TestPictures.plain(Color.GREEN, 600, 600, "png");

		assertThat(this.normalizer.normalize(source).hash()).hasSize(64)
			.isEqualTo(this.normalizer.normalize(source).hash())
			.isNotEqualTo(this.normalizer.normalize(TestPictures.plain(Color.RED, 600, 600, "png")).hash());
	}

	@Test
	void refusesTooManyPixelsByTheHeaderAlone() {
		assertRefused(TestPictures.hugePng(30_000, 30_000), MissingReason.TOO_LARGE);
		assertRefused(TestPictures.hugePng(1_000_000, 51), MissingReason.TOO_LARGE);
	}

	@Test
	void refusesWhatIsNoPicture() {
		assertRefused("<html>Sign in</html>".getBytes(StandardCharsets.UTF_8), MissingReason.NOT_AN_IMAGE);
		assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
				MissingReason.NOT_AN_IMAGE);
		assertRefused(new byte[0], MissingReason.NOT_AN_IMAGE);
		assertRefused(TestPictures.plain(Color.RED, 100, 100, "bmp"), MissingReason.NOT_AN_IMAGE);
		assertRefused(TestPictures.plain(Color.RED, 1, 1, "png"), MissingReason.NOT_AN_IMAGE);
	}

	@Test
	void refusesWhatBreaksOffInTheMiddle() {
		byte[] whole = TestPictures.plain(Color.RED, 600, 600, "png");

		assertRefused(Arrays.copyOf(whole, whole.length / 2), MissingReason.NOT_AN_IMAGE);
	}

	private void assertRefused(byte[] source, MissingReason reason) {
		assertThatExceptionOfType(PictureMissingException.class).isThrownBy(() -> this.normalizer.normalize(source))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
