/**
 * The head of published lists of leaked passwords (eight characters and more, the shorter fall by length), with those
 * that Chinese leaks put first and those this house invites. Lower case.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
12345678 123456789 1234567890 0123456789 987654321 9876543210 87654321 01234567 123123123 112233445566 11223344
123321123 123456123 12345678910 1234567891 147258369 159357159 741852963 789456123 789456123 963852741 321321321
1qaz2wsx 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 qazwsxedc qazwsx123 1qazxsw2 2wsx3edc
!qaz2wsx 1qaz@wsx qwertyuiop qwertyui qwerty123 qwerty1234 qwerty12 qwertyqwerty asdfghjkl asdfasdf asdf1234 asd123456
zxcvbnm123 zxcvbnm1 zxcvbnm123456 qweasdzxc qweasd123 qwe123456 qweqweqwe abcdefgh abcdefg1 abcd1234 abc12345 abc123456
abc123456789 a1234567 a12345678 a123456789 a1b2c3d4 aa123456 aa12345678 aaa123456 123456aa 123456abc 123456789a 12345678a
1234567a 1234567q 123456qq q123456789 q1234567 qq123456 qq123456789 w123456789 z123456789 s123456789 l123456789
password password1 password12 password123 password1234 password! passw0rd p@ssword p@ssw0rd pa$$word pass1234 passwort
iloveyou iloveyou1 iloveyou2 woaini1314 woaini520 woaini123 5201314520 52013145201314 1314520520 520520520 5201314a
1314521521 woaiwojia woaini1314520 nihao123 nihao1234 zhang123 wang123456 liu123456 li123456 chen123456 yang1234
admin123 admin1234 admin12345 admin888 admin@123 administrator root1234 root123456 test1234 test12345 test123456 guest123
welcome1 welcome123 letmein1 letmein123 changeme changeme1 default1 sunshine sunshine1 princess princess1 football
football1 baseball superman superman1 batman123 trustno1 starwars whatever computer internet michael1 michelle jennifer
jordan23 liverpool chelsea1 charlie1 shadow12 master12 dragon12 monkey123 hello123 hello1234 freedom1 summer2026 winter2026
spring2026 autumn2026 secret123 security samsung1 google123 facebook 19491001 20080808 20200101 20260101 19900101 19880808
china123 zhongguo zhongguo1 beijing2008 beijing123 shanghai guangdong xinxin123 tianshi1 caonima1 buzhidao meimima
mima1234 mima123456 mima12345678 wodemima 88888888 888888888 66666666 00000000 99999999 11111111 111111111 1111111111
xihuo123 xihuo1234 xihuo2026 xihuo12345 xihuo123456 bangfu123 bangfu832 fupin832 nongmin123 nonghu123 hezuoshe
`
    .trim()
    .split(/\s+/),
);
