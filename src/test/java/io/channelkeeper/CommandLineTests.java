package io.channelkeeper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.channelkeeper.support.Keyset;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.printed, true, StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	@Test
	void startsTheApplicationWithoutACommand() {
		assertThat(CommandLine.run(new String[] { "--server.port=8081" }, this.out, this.out)).isFalse();
	}

	@Test
	void writesAKeysetThatOnlyItsOwnerReads() throws GeneralSecurityException, IOException {
		Path file = this.folder.resolve("channelkeeper/keyset");
		assertThat(KeysetCommand.create(List.of(file.toString()), this.out)).isZero();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains(file.toString())
			.contains("Back it up")
			.doesNotContain(Files.readString(file));
	}

	@Test
	void keepsTheKeysetThatIsThere() throws GeneralSecurityException, IOException {
		Path file = Files.writeString(this.folder.resolve("keyset"), "kept");
		assertThat(KeysetCommand.create(List.of(file.toString()), this.out)).isZero();
		assertThat(file).hasContent("kept");
	}

	@Test
	@DisplayName("B-18: rotating adds a key, uses nothing of it, and keeps the file its owner's")
	void addsAKeyWithoutUsingIt() throws GeneralSecurityException, IOException {
		Path file = file();
		String before = Files.readString(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(rotate(file.toString())).isZero();
		List<Integer> keys = Keyset.parse(Files.readString(file)).keyIds();
		assertThat(keys).hasSize(2).startsWith(Keyset.parse(before).newest());
		assertThat(primary(Files.readString(file))).isEqualTo(primary(before));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(printed())
			.contains("Key " + Integer.toUnsignedString(keys.getLast()) + " was added", "Back the file up",
					file.toString())
			.doesNotContain(Files.readString(file));
		assertThat(this.folder.toFile().list()).containsExactly("keyset");
	}

	@Test
	void rotatesBehindALink() throws GeneralSecurityException, IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), file());
		assertThat(rotate("file:" + link)).isZero();
		assertThat(link).isSymbolicLink();
		assertThat(Keyset.parse(Files.readString(link)).keyIds()).hasSize(2);
	}

	@Test
	void rotatesNoFileThatHoldsNoKeyset() throws GeneralSecurityException, IOException {
		Path file = Files.writeString(this.folder.resolve("keyset"), "e30=");
		assertThat(rotate(file.toString())).isOne();
		assertThat(file).hasContent("e30=");
		assertThat(rotate(this.folder.resolve("nowhere").toString())).isOne();
		assertThat(printed()).contains("holds no keyset", "There is no file");
	}

	@Test
	void rotatesASettingThatIsNoFile() throws GeneralSecurityException, IOException {
		Keyset before = Keyset.create();
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
		InputStream in = new ByteArrayInputStream((before.encoded() + "\n").getBytes(StandardCharsets.UTF_8));
		assertThat(KeysetCommand.rotate(List.of(), in, this.out, err)).isZero();
		assertThat(Keyset.parse(printed()).keyIds()).hasSize(2).startsWith(before.newest());
		this.printed.reset();
		assertThat(KeysetCommand.rotate(List.of(before.encoded()), in, this.out, err)).isZero();
		assertThat(Keyset.parse(printed()).keyIds()).hasSize(2).startsWith(before.newest());
		assertThat(told.toString(StandardCharsets.UTF_8)).contains("start them again");
	}

	@Test
	void showsWhichKeysAFileHolds() throws GeneralSecurityException, IOException {
		Path file = file();
		rotate(file.toString());
		this.printed.reset();
		assertThat(KeysetCommand.show(List.of(file.toString()), this.out, this.out)).isZero();
		assertThat(printed().lines()).containsExactlyElementsOf(
				Keyset.parse(Files.readString(file)).keyIds().stream().map(Integer::toUnsignedString).toList());
	}

	private Path file() throws GeneralSecurityException, IOException {
		Path file = this.folder.resolve("keyset");
		KeysetCommand.create(List.of(file.toString()), this.out);
		this.printed.reset();
		return file;
	}

	private int rotate(String file) throws GeneralSecurityException, IOException {
		return KeysetCommand.rotate(List.of(file), InputStream.nullInputStream(), this.out, this.out);
	}

	private String printed() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

	private static long primary(String encoded) {
		byte[] json = Base64.getDecoder().decode(encoded);
		return JsonMapper.shared().readTree(json).path("primaryKeyId").longValue();
	}

}
