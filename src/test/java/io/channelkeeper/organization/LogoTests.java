package io.channelkeeper.organization;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import io.channelkeeper.picture.HostilePictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LogoTests {

	@Test
	void drawsAnyPictureAsASquare() throws IOException {
		for (String format : new String[] { "png", "jpg" }) {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(3000, 200, BufferedImage.TYPE_INT_RGB), format, file);
			BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(Logo.of(file.toByteArray()).bytes()));
			assertThat(drawn.getWidth()).isEqualTo(256);
			assertThat(drawn.getHeight()).isEqualTo(256);
		}
	}

	@Test
	void refusesWhatIsNoPicture() {
		for (String file : new String[] { "", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a" }) {
			assertThatExceptionOfType(UnusableLogoException.class)
				.isThrownBy(() -> Logo.of(file.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void decodesNoWebpThatAsksForTooMuch() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		HostilePictures.all().forEach((name, file) -> {
			if (name.contains("webp")) {
				long memory = threads.getCurrentThreadAllocatedBytes();
				assertThat(isDrawn(file.bytes())).as(name).isEqualTo(file.refused() == null);
				assertThat(threads.getCurrentThreadAllocatedBytes() - memory).as(name).isLessThan(60_000_000);
			}
		});
	}

	private static boolean isDrawn(byte[] file) {
		try {
			return Logo.of(file).bytes().length > 0;
		}
		catch (UnusableLogoException ex) {
			return false;
		}
	}

	@Test
	void refusesAHugePictureByItsHeader() {
		CRC32 crc = new CRC32();
		ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
		header.putInt(30_000).putInt(30_000).put(new byte[] { 8, 6, 0, 0, 0 });
		crc.update(header.array());
		byte[] file = ByteBuffer.allocate(33)
			.putLong(0x89504e470d0a1a0aL)
			.putInt(13)
			.put(header.array())
			.putInt((int) crc.getValue())
			.array();
		assertThatExceptionOfType(UnusableLogoException.class).isThrownBy(() -> Logo.of(file)).withNoCause();
	}

}
