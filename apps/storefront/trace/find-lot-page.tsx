import { Button, TextField } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';

/** For those who hold the pack but cannot scan: type what is printed under the code. */
export function FindLotPage() {
  const t = useT();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const clean = code.trim().toUpperCase().replace(/\s/g, '');
    const right = /^[A-Z0-9-]{6,40}$/.test(clean);
    setWrong(!right);
    if (right) void navigate(`/lots/${clean}`);
  };
  return (
    <div className="page">
      <PageTitle lead={t('lot.findText')}>{t('nav.lots')}</PageTitle>
      <form noValidate onSubmit={find} className="flex max-w-md flex-col gap-4">
        <TextField
          id="code"
          label={t('lot.code')}
          hint={t('lot.codeHint')}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          value={code}
          error={wrong ? t('lot.codeWrong') : null}
          onChange={(event) => setCode(event.target.value)}
          className="font-mono"
        />
        <Button type="submit">{t('lot.find')}</Button>
      </form>
    </div>
  );
}
